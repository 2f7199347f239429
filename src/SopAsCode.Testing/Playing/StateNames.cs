using SopAsCode.Definitions;

namespace SopAsCode.Testing;

/// <summary>States as tests name them: a step by <c>nameof</c>, an end by <see cref="End"/>, the manual path by <see cref="Sop.Fallback"/>.</summary>
internal static class StateNames
{
    /// <summary>The name of the state.</summary>
    /// <exception cref="ScenarioException">The SOP has no such state.</exception>
    public static string Of(SopDefinition sop, string name) =>
        sop.States.FirstOrDefault(state => state == name)
        ?? sop.States.FirstOrDefault(state => sop.StepOf(state) is null && string.Equals($"({state})", name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ScenarioException($"SOP '{sop.Id}' has no state '{name}'. It has: {string.Join(", ", sop.States)}.");
}
