using System.Text;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The config files that ship, one for each profile, as the rules say how bad they are.</summary>
internal static class ProfileFile
{
    /// <summary>The config file of a profile. It says only what differs from the defaults, so that a rule with two severities keeps both.</summary>
    public static string ConfigOf(string profile)
    {
        var text = new StringBuilder($"# The profile '{profile}': <SopProfile>{profile}</SopProfile> in a project. A line in .editorconfig overrides it.\nis_global = true\nglobal_level = -100\n");
        foreach (var rule in Rules.All.Where(rule => rule.SeverityIn(profile) != rule.Severity.Recommended))
        {
            text.Append("dotnet_diagnostic.").Append(rule.RuleId).Append(".severity = ").Append(Words(rule.SeverityIn(profile))).Append('\n');
        }

        return text.ToString();
    }

    private static string Words(DiagnosticSeverity? severity) => severity switch
    {
        null => "none",
        DiagnosticSeverity.Info => "suggestion",
        { } known => known.ToString().ToLowerInvariant(),
    };
}
