namespace SopAsCode.Agents;

/// <summary>An AI service has too much to do, or did not answer in time. The attempt at the step has failed.</summary>
public sealed class AgentUnavailableException : Exception
{
    internal AgentUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(message, inner) => RetryAfter = retryAfter;

    /// <summary>When the service says to come back; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
