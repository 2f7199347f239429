namespace SopAsCode.Model.Language;

/// <summary>How code writes the fixed states where it names a step.</summary>
internal static class FixedStates
{
    /// <summary>The constant for a fixed state, by its name (<c>nameof(End.Completed)</c>) or its text (<c>"(completed)"</c>).</summary>
    public static string? Of(string name)
    {
        foreach (var state in ReservedNames.States)
        {
            if (name == state || name == $"({state.ToLowerInvariant()})")
            {
                return state == "Fallback" ? state : "End." + state;
            }
        }

        return null;
    }
}
