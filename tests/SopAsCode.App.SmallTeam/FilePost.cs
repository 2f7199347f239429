namespace SopAsCode.App.SmallTeam;

/// <summary>Writes what is sent into a file. A text with the word "bounce" does not arrive.</summary>
public sealed class FilePost(string file) : IPost
{
    /// <inheritdoc/>
    public Task SendAsync(string text, string key, CancellationToken cancel) => text.Contains("bounce", StringComparison.Ordinal)
        ? Task.FromException(new HttpRequestException("the mail bounced"))
        : File.AppendAllTextAsync(file, $"{key}: {text}\n", cancel);
}
