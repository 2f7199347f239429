using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0803: readers are told neither where the SOP ends nor what must be there before a run.</summary>
internal static class ScopeRule
{
    public const string Id = "SOP0803";

    public static IEnumerable<Finding> Check(SopCase of)
    {
        var sop = of.Sop;
        if (of is { IsActive: true, IsUnfinished: false }
            && sop.OutOfScope.All(line => Blank.Is(line.What) && line.Covered is null) && sop.Prerequisites.All(Blank.Is))
        {
            yield return new(
                Id, Site.OfClass, $"SOP '{sop.Class.Name}' says neither what it leaves out nor what it needs: add [OutOfScope(\"…\")] or [Prerequisite(\"…\")]")
            {
                Fix = Scaffold.Attribute("Prerequisite", Scaffold.Text(Needs(sop))),
            };
        }
    }

    private static string Needs(SopModel sop)
    {
        var tools = sop.Steps.SelectMany(step => step.Access).Select(access => access.Tool.Title).Distinct(StringComparer.Ordinal).ToList();
        return tools.Count > 0 ? $"Access to {Quote.And(tools)}"
            : sop.Input?.Key != TriggerRule.Tick && Scaffold.Noun(sop.Input) is { } input ? $"The {input} is complete"
            : "Nothing: a run can start at any time";
    }
}
