namespace SopAsCode.Model.Language;

/// <summary>How the fixed states are written where a step is named.</summary>
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
