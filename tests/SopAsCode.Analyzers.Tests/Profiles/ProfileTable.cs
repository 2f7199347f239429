using System.Text;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A rule in the profiles.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Recommended">How bad its findings are at <c>recommended</c>: the default of the rule.</param>
/// <param name="Strict">At <c>strict</c>.</param>
/// <param name="IsInStarter">At <c>starter</c> it stays what it is at <c>recommended</c>; the others are information.</param>
internal sealed record ProfiledRule(string Id, DiagnosticSeverity Recommended, DiagnosticSeverity Strict, bool IsInStarter = false);

/// <summary>How bad the findings of each rule are in each profile. The config files that ship are written from this table.</summary>
internal static class ProfileTable
{
    /// <summary>The profiles, the mildest first.</summary>
    public static readonly string[] Names = ["none", "starter", "recommended", "strict"];

    /// <summary>The rules.</summary>
    public static readonly ProfiledRule[] Rules =
    [
        new("SOP0001", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0002", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0003", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0004", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0005", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0006", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0007", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0101", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0102", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0103", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0104", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0105", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0201", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0202", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0203", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0204", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0205", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0206", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0207", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0208", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0209", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0210", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0211", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0212", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0301", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0302", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0303", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0304", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0305", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0306", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0307", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0310", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0311", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0312", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0313", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0314", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0315", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0401", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0402", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0403", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0404", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0406", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0407", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0408", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0501", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0502", DiagnosticSeverity.Error, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0503", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0504", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0505", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0601", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0602", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0603", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0604", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0605", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0701", DiagnosticSeverity.Warning, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0702", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0703", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0704", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0705", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0706", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0707", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP0708", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0801", DiagnosticSeverity.Warning, DiagnosticSeverity.Error, IsInStarter: true),
        new("SOP0802", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0803", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0804", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0805", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP0806", DiagnosticSeverity.Info, DiagnosticSeverity.Info),
        new("SOP0901", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0902", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0903", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP0904", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP0905", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP1001", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP1002", DiagnosticSeverity.Info, DiagnosticSeverity.Warning),
        new("SOP1100", DiagnosticSeverity.Info, DiagnosticSeverity.Info),
        new("SOP1101", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP1102", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
        new("SOP1103", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning),
        new("SOP1104", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP1105", DiagnosticSeverity.Error, DiagnosticSeverity.Error),
        new("SOP1106", DiagnosticSeverity.Warning, DiagnosticSeverity.Error),
    ];

    /// <summary>The config file of a profile. It says only what differs from the defaults, so that a rule with two severities keeps both.</summary>
    public static string ConfigOf(string profile)
    {
        var text = new StringBuilder($"# The profile '{profile}': <SopProfile>{profile}</SopProfile> in a project. A line in .editorconfig overrides it.\nis_global = true\nglobal_level = -100\n");
        foreach (var rule in Rules)
        {
            if (In(profile, rule) is { } severity)
            {
                text.Append("dotnet_diagnostic.").Append(rule.Id).Append(".severity = ").Append(severity).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string? In(string profile, ProfiledRule rule) => profile switch
    {
        "none" => IsShape(rule) ? null : "none",
        "starter" => rule.IsInStarter || rule.Recommended == DiagnosticSeverity.Info ? null : "suggestion",
        "strict" => rule.Strict == rule.Recommended ? null : rule.Strict.ToString().ToLowerInvariant(),
        _ => null,
    };

    private static bool IsShape(ProfiledRule rule) => rule.Id.StartsWith("SOP00", StringComparison.Ordinal);
}
