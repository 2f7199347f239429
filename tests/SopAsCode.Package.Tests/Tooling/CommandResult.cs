namespace SopAsCode.Package.Tests.Tooling;

/// <summary>How a command ended, and what it said.</summary>
public sealed record CommandResult(int ExitCode, string Output)
{
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public CommandResult Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    /// <summary>The findings with an id, each once: the build repeats them in its summary.</summary>
    public IReadOnlyList<string> Findings(string id) =>
        [.. Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains($" {id}: ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>How often the task said what it did.</summary>
    public int PagesWereWritten => Output.Split("SOP pages in ").Length - 1;
}
