using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>The lines that a person must tick.</summary>
internal static class Checklists
{
    /// <summary>All lines of a step are ticked, and no others.</summary>
    public static void DemandTicked(StepDefinition step, IReadOnlyList<string> ticked)
    {
        var lines = step.Checklists.SelectMany(list => list.Items).ToList();
        if (lines.FirstOrDefault(line => !ticked.Contains(line, StringComparer.Ordinal)) is { } missing)
        {
            throw new RefusedException(RefusalKind.Incomplete, $"Step '{step.Name}' has {lines.Count} lines to tick, and this one is not: {missing}");
        }

        if (ticked.FirstOrDefault(line => !lines.Contains(line, StringComparer.Ordinal)) is { } unknown)
        {
            throw new RefusedException(RefusalKind.UnknownName, $"Step '{step.Name}' has no line '{unknown}' to tick.");
        }
    }
}
