using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0212: a grant has no day or no reason, so nobody can answer a question about it a year later.</summary>
internal sealed class GrantReasonRule() : SopRule(
    Id,
    "Grant without its day or its reason",
    "a grant without its day or its reason",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0212";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        if (!grant.IsComplete)
        {
            yield break;
        }

        // SOP0005 reports a day that is written but can't be read.
        var on = Lacks("On", day => day is null);
        var because = Lacks("Because", PlaceholderText.Is);
        if (on || because)
        {
            yield return grant.Find(Id, grant.Syntax.Name, Words(on, because));
        }

        bool Lacks(string name, Func<string?, bool> isUnset) =>
            grant.Argument(name) is not { } written || (grant.ValueOf(written) is { HasValue: true, Value: var value } && isUnset(value as string));
    }

    private static string Words(bool on, bool because) => (on, because) switch
    {
        (true, true) => "says neither since when it holds nor why: add On = \"…\" and Because = \"…\"",
        (true, false) => "does not say since when it holds: add On = \"…\"",
        _ => "does not say why: add Because = \"…\"",
    };
}
