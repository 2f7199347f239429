using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// Something in a scenario is not as the test says. Every test framework takes it as a failure; its message says what happened instead, how far the run came, and
/// what waits for whom.
/// </summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(string message, Refusal? refusal = null)
        : base(message) => Refusal = refusal;

    /// <summary>Why the host refused what a person or a program wanted; null when the host was not asked, or accepted it.</summary>
    public Refusal? Refusal { get; }
}
