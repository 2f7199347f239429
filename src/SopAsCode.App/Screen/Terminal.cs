using System.Diagnostics;
using System.Globalization;

namespace SopAsCode.App;

/// <summary>Where a command reads and writes.</summary>
internal sealed class Terminal
{
    private const int Usual = 80;
    private const int Narrowest = 20;

    /// <summary>What is typed, or piped in.</summary>
    public required TextReader In { get; init; }

    /// <summary>Where answers go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where refusals go, and questions to the person, so that they are not mixed with answers.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person sits there who can be asked.</summary>
    public bool IsPerson { get; init; }

    /// <summary>How many columns there are; 0 when lines are not broken.</summary>
    public int Width { get; init; }

    /// <summary>Whether titles may stand out.</summary>
    public bool HasColor { get; init; }

    /// <summary>Whether lines that go again may be shown on the standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new System.Text.UTF8Encoding(false);
        if (Console.OutputEncoding.CodePage != utf8.CodePage)
        {
            Console.OutputEncoding = utf8;
        }

        return new()
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            IsPerson = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? Columns(0) : Columns(WindowWidth()),
            ShowsProgress = !Console.IsErrorRedirected && IsColorWanted(System.Environment.GetEnvironmentVariable),
            HasColor = !Console.IsOutputRedirected && IsColorWanted(System.Environment.GetEnvironmentVariable),
        };
    }

    /// <summary>Whether the environment wants colours: <c>NO_COLOR</c> is not set, and the terminal is not a dumb one.</summary>
    internal static bool IsColorWanted(Func<string, string?> environment) =>
        string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb" && (!OperatingSystem.IsWindows() || environment("WT_SESSION") is not null);

    /// <summary>Asks the person something.</summary>
    /// <returns>What was typed; null when the person closed the input.</returns>
    public string? Ask(string question)
    {
        Error.Write(question);
        Error.Flush();
        return In.ReadLine()?.Trim();
    }

    /// <summary>Lets the person change a file in the editor that the environment names.</summary>
    /// <returns>False when the environment names none.</returns>
    /// <exception cref="StopException">The editor could not be started, or ended with an error.</exception>
    public bool TryEdit(string file)
    {
        if ((Environment("VISUAL") is { Length: > 0 } visual ? visual : Environment("EDITOR")) is not { Length: > 0 } editor)
        {
            return false;
        }

        // The variable may have arguments, such as "code --wait": the shell takes it apart, and the file is never part of its text.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", $"{editor} \"{file}\""])
            : new ProcessStartInfo("/bin/sh", ["-c", $"{editor} \"$1\"", "sh", file]);
        using var process = Process.Start(start) ?? throw new StopException(ExitCode.Refused, $"The editor '{editor}' did not start. Nothing was done.");
        process.WaitForExit();
        return process.ExitCode == 0 ? true : throw new StopException(ExitCode.Refused, $"The editor '{editor}' ended with code {process.ExitCode}. Nothing was done.");
    }

    private static int Columns(int seen) =>
        int.TryParse(System.Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > 0 ? Math.Max(Narrowest, stated) : seen == 0 ? 0 : Math.Max(Narrowest, seen);

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
