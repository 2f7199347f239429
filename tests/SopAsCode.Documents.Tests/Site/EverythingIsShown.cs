using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

/// <summary>What the language can say is on the site. A member that is new in the language fails here until a page shows it.</summary>
public sealed class EverythingIsShown
{
    /// <summary>What only programs read.</summary>
    private static readonly HashSet<string> ForPrograms = new(StringComparer.Ordinal)
    {
        "NamedType.Type", "NamedType.DerivesFrom", "OtherSop.Type", "OtherSop.Id", "SopDefinition.Class", "SopDefinition.Id", "SopDefinition.Fingerprint", "SopDefinition.States", "StepDefinition.Name",
        "StepDefinition.InputSchema", "StepDefinition.OutputSchema", "ValueDefinition.Name", "HandoffDefinition.Result", "LimitDefinition.When", "ConditionDefinition.Name",
        "LinkDefinition.Url", // stands in the link
        "DisclosureDefinition.Text", // there is none where the team need not tell
        "ConditionDefinition.Text", // is the label of ways
        "TimeDefinition.Name", "TimeDefinition.Text", // stands where a step asks it
        "TransitionDefinition.From", "TransitionDefinition.To", "TransitionDefinition.BoundedEntry", "TransitionDefinition.Behind", "MoveDefinition.From", "MoveDefinition.To",
    };

    [Fact]
    public void Every_text_of_an_SOP_is_on_its_page()
    {
        var filled = new Filled(name => name);
        var sop = filled.Sop();

        var page = HtmlParts.Text(Examples.Site(Examples.Of(sop))["sops/filled.html"]);

        var members = filled.Texts.Where(text => !ForPrograms.Contains(text.Member)).ToLookup(text => text.Member, text => text.Text, StringComparer.Ordinal);
        var missing = members.Where(member => !member.Any(text => page.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(member => member.Key);
        Assert.Empty(missing);
    }
}
