using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0501: an AI sees a record, and nothing says how sensitive that is.</summary>
internal static class UnclassifiedRule
{
    public const string Id = "SOP0501";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (!sop.IsActive)
        {
            yield break;
        }

        foreach (var found in DataFlow.Unclassified(sop.Graph))
        {
            var step = sop.Sop.Steps[found.Step];
            yield return new(
                Id,
                new(step.Name, step.Overload, SitePart.Parameter, found.Parameter),
                $"{Quote.Of(sop.Sop, step)} shows agent '{step.Performer?.Name}' a '{found.Record.Short}', and nothing says how sensitive that is: add [Data(DataClass.…)] to '{found.Record.Short}'")
            {
                Fix = new(FixNames.AddDataClass, found.Record.Key),
            };
        }
    }
}
