using System.Text.RegularExpressions;

namespace SopAsCode.Package.Tests.Tooling;

/// <summary>How a command ended, and what it said.</summary>
public sealed partial record CommandResult(int ExitCode, string Output)
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

    /// <summary>The errors, each once: the build says them where they happen, with the number of the project, and again at its end.</summary>
    public IReadOnlyList<string> Errors => Findings("error ");

    /// <summary>The findings whose severity and id start like this, each once.</summary>
    public IReadOnlyList<string> Findings(string start) =>
        [.. Output.Split('\n').Select(WithoutProject).Where(line => line.Contains($": {start}", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>How often the task said what it did.</summary>
    public int PagesWereWritten => Output.Split("SOP pages in ").Length - 1;

    // "     1:10>Broken.cs(8,11): error …"
    private static string WithoutProject(string line) => ProjectNumber().Replace(line, "");

    [GeneratedRegex(@"^\s*([\d:]+>)?\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectNumber();
}
