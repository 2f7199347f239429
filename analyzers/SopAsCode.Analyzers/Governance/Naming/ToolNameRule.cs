using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP1002: an SOP is named after the tool that the team uses today. A title may contain the kind of a tool (a team cleans up its
/// CRM, whichever product it is), so only names that are certainly names of products count.
/// </summary>
internal sealed class ToolNameRule() : SopRule(
    Id,
    "SOP named after a product",
    "an SOP that is called after a product",
    new(Starter: Info, Recommended: Info, Strict: Warning))
{
    public const string Id = "SOP1002";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (NameIn(sop) is { } name)
        {
            yield return new(
                Id, sop.AttributePlace.At("title"), $"Title '{MessageText.Text(sop.Title)}' of SOP '{sop.Class.Name}' names '{name}', so it is wrong on the day you change the tool: name it after the work");
        }
    }

    private static string? NameIn(SopModel sop) => sop.Steps
        .SelectMany(step => step.Access)
        .SelectMany(access => Products.NamesOf(access.Tool))
        .Concat(Products.Known)
        .FirstOrDefault(name => Products.IsIn(sop.Title, name));
}
