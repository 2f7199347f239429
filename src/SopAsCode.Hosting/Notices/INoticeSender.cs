namespace SopAsCode.Hosting;

/// <summary>Tells somebody that an item waits: by chat, e-mail, or what the team has.</summary>
public interface INoticeSender
{
    /// <summary>Tells it. What is thrown counts as not told, and it is tried again.</summary>
    /// <param name="notice">What to tell.</param>
    /// <param name="cancel">Ends it, because the host stops or it takes too long.</param>
    /// <returns>When it was told.</returns>
    /// <exception cref="NoticeFailedException">It could not be told, and the sender knows when to try again.</exception>
    Task SendAsync(Notice notice, CancellationToken cancel);
}

/// <summary>It could not be told that an item waits.</summary>
public sealed class NoticeFailedException : Exception
{
    /// <summary>Creates it.</summary>
    public NoticeFailedException()
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What went wrong.</param>
    public NoticeFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What it came from.</param>
    public NoticeFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How long to wait at least before it is tried again; null when the receiver did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
