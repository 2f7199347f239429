using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What stands in committed files and follows from the list of rules.</summary>
internal static class RuleFiles
{
    /// <summary>Where the config files of the profiles are.</summary>
    public const string Profiles = "src/SopAsCode.Build/build/profiles";

    private const string Table = "analyzers/docs/README.md";
    private const string Readme = "README.md";
    private const string TableHead = "| id | flags | recommended | strict | fix |\n|---|---|---|---|---|\n";

    // No rule: the generator says it.
    private const string GeneratorRow = "| [SOP0000](SOP0000.md) | an SOP at which the generator itself failed | error | error | – |";

    /// <summary>The files, from the folder of the repository.</summary>
    public static IEnumerable<string> All => [Table, Readme, .. RuleSeverity.Profiles.Select(profile => $"{Profiles}/{profile}.globalconfig")];

    /// <summary>What a file says now.</summary>
    public static string Read(string file) => File.ReadAllText(PathOf(file)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Writes a file.</summary>
    public static void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>What a file has to say: all of a profile, and the part of a document that the rules say.</summary>
    public static string Expected(string file) => file switch
    {
        Table => WithTable(Read(file)),
        Readme => WithCount(Read(file)),
        _ => ConfigOf(Path.GetFileNameWithoutExtension(file)),
    };

    /// <summary>The config file of a profile. It says only what differs from the defaults, so that a rule with two severities keeps both.</summary>
    public static string ConfigOf(string profile)
    {
        var text = new StringBuilder($"# The profile '{profile}': <SopProfile>{profile}</SopProfile> in a project. A line in .editorconfig overrides it.\nis_global = true\nglobal_level = -100\n");
        foreach (var rule in Rules.All.Where(rule => rule.SeverityIn(profile) != rule.Severity.Recommended))
        {
            text.Append("dotnet_diagnostic.").Append(rule.RuleId).Append(".severity = ").Append(InConfig(rule.SeverityIn(profile))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The rows of a rule in the table: one, and a second one where it says something as a warning beside its findings.</summary>
    public static IEnumerable<string> RowsOf(SopRule rule)
    {
        yield return Row(rule, rule.Flags, rule.Severity.Recommended, rule.Severity.Strict, rule.Fixes);
        if (rule.Advice is { } advice)
        {
            yield return Row(rule, advice.Flags, DiagnosticSeverity.Warning, advice.IsErrorAtStrict ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, advice.Fixes);
        }
    }

    private static string Row(SopRule rule, string flags, DiagnosticSeverity recommended, DiagnosticSeverity strict, IEnumerable<RuleFix> fixes)
    {
        var words = string.Join("; ", fixes.Select(fix => fix.Words).OfType<string>());
        return $"| [{rule.RuleId}]({rule.RuleId}.md) | {flags} | {InTable(recommended)} | {InTable(strict)} | {(words.Length == 0 ? "–" : words)} |";
    }

    private static string WithTable(string text)
    {
        var start = text.IndexOf(TableHead, StringComparison.Ordinal) + TableHead.Length;
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        return text[..start] + string.Join('\n', Rules.All.SelectMany(RowsOf).Prepend(GeneratorRow)) + text[end..];
    }

    // Rounded down, so that a new rule seldom changes it.
    private static string WithCount(string text)
    {
        const string before = "[More than ";
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = text.IndexOf(" rules]", start, StringComparison.Ordinal);
        return text[..start] + ((Rules.All.Length - 1) / 10 * 10).ToString(CultureInfo.InvariantCulture) + text[end..];
    }

    private static string InTable(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string InConfig(DiagnosticSeverity? severity) => severity switch
    {
        null => "none",
        DiagnosticSeverity.Info => "suggestion",
        { } known => known.ToString().ToLowerInvariant(),
    };

    private static string PathOf(string file) => Path.Combine([Example.RepositoryRoot, .. file.Split('/')]);
}
