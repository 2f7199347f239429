using System.Globalization;

namespace SopAsCode.App;

/// <summary>
/// Says at a terminal how far a command is that takes more than a second: one line on the standard error, which is gone at the end. Scripts, JSON and
/// files never get it.
/// </summary>
internal sealed class Progress(Terminal terminal, bool isWanted, string what, TimeProvider time) : IProgress<int>, IDisposable
{
    private const string Begin = "\r";
    private const string Clear = "\r\u001b[K";
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly bool _isShown = isWanted && terminal.ShowsProgress;
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next = Before;

    /// <summary>So many events were read.</summary>
    public void Report(int value)
    {
        var elapsed = _isShown ? time.GetElapsedTime(_began) : TimeSpan.Zero;
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + Between;
        var line = string.Create(CultureInfo.InvariantCulture, $"{what}: {value:N0} events");
        terminal.Error.Write(Begin + (terminal.Width > 0 && line.Length >= terminal.Width ? line[..(terminal.Width - 1)] : line));
        terminal.Error.Flush();
    }

    public void Dispose()
    {
        if (_next > Before)
        {
            terminal.Error.Write(Clear);
            terminal.Error.Flush();
        }
    }
}
