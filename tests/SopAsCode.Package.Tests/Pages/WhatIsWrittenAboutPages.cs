using System.Reflection;
using System.Text.RegularExpressions;
using SopAsCode.Build;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

/// <summary>Texts and code say the same.</summary>
public partial class WhatIsWrittenAboutPages
{
    [Fact]
    public void Each_finding_has_its_line()
    {
        string[] findings = [.. new[] { typeof(PageFindings), typeof(ReportUncheckedSops), typeof(UpdateSopLock) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Concat(Names(CodeOfTargets(), "src/SopAsCode.Build/build/SopAsCode.targets"))
            .Concat(Names(CodeOfCommand(), "src/SopAsCode.Documents/Site/SiteCommand.cs"))
            .Order(StringComparer.Ordinal)];

        Assert.Equal(findings, Names(FindingLine(), "src/SopAsCode.Build/README.md"));
    }

    [Fact]
    public void Each_property_is_in_the_readme_of_the_package()
    {
        var properties = Names(PropertyOfTargets(), "src/SopAsCode.Build/build/SopAsCode.targets");

        Assert.Equal(["SopChangeAddress", "SopDocsDirectory", "SopDocsTargetFramework", "SopDocsVerify", "SopSiteDirectory", "SopSiteOlder", "SopSiteTitle"], properties);
        Assert.Equal(properties, Names(PropertyLine(), "src/SopAsCode/README.md"));
    }

    private static string[] Names(Regex pattern, string file) =>
        [.. pattern.Matches(File.ReadAllText(Path.Combine(Built.Root, file)))
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\| (?<name>SOP\d+) ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FindingLine();

    [GeneratedRegex(@"Code=""(?<name>SOP\d+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeOfTargets();

    [GeneratedRegex(@"""error (?<name>SOP\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeOfCommand();

    [GeneratedRegex(@"^\| `(?<name>Sop(Docs|Site|Change)\w+)` ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"<(?<name>Sop(Docs|Site|Change)\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyOfTargets();
}
