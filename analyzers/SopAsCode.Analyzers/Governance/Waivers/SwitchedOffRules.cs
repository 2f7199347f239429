using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>
/// What the settings of a build switch off, which SOP1106 says: any rule by <c>NoWarn</c>, and a rule that may not be waived by a severity. One
/// finding per SOP names all of them. A profile switches rules off, too; that is what it is for.
/// </summary>
internal sealed class SwitchedOffRules(Compilation compilation, AnalyzerOptions options, Profile profile)
{
    /// <summary>Checks the settings that count for one SOP.</summary>
    public IEnumerable<Finding> Check(RuleContext of, SyntaxTree? tree, CancellationToken cancel)
    {
        if (profile.IsShapeOnly || !of.IsActive || tree is null)
        {
            yield break;
        }

        var byBuild = Rules.All.Where(rule => !rule.IsFixed && IsOff(compilation.Options.SpecificDiagnosticOptions, rule.RuleId)).Select(rule => rule.RuleId).ToList();
        var byConfig = Waivable.OnlyWithLeave
            .Where(rule => !of.Project.HasRivalPolicies && Waivable.LacksLeave(rule, of.Policy) && IsConfiguredOff(rule, tree, cancel))
            .ToList();
        if (byBuild.Count + byConfig.Count > 0)
        {
            var rules = byBuild.ConvertAll(rule => $"{rule} (by NoWarn)").Concat(byConfig.ConvertAll(rule => $"{rule} (by a severity)"));
            yield return new(
                SuppressionRule.Id,
                DeclarationPlace.OfClass,
                $"The settings of the build switch off {string.Join(", ", rules)} for SOP '{of.Sop.Class.Name}', where nobody sees who allowed it, why and until when: "
                + "take that out, and where an exception is needed put [Waive] on the SOP or the step");
        }
    }

    private static bool IsOff(ImmutableDictionary<string, ReportDiagnostic> settings, string rule) => settings.TryGetValue(rule, out var severity) && severity == ReportDiagnostic.Suppress;

    private bool IsConfiguredOff(string rule, SyntaxTree tree, CancellationToken cancel)
    {
        if (compilation.Options.SpecificDiagnosticOptions.ContainsKey(rule))
        {
            return false;
        }

        var files = compilation.Options.SyntaxTreeOptionsProvider;
        if (files?.TryGetDiagnosticValue(tree, rule, cancel, out var here) == true)
        {
            return IsSilent(here);
        }

        if (files?.TryGetGlobalDiagnosticValue(rule, cancel, out var everywhere) == true)
        {
            // Without a word from the build it may be a profile that says so.
            return profile.IsStated && IsSilent(everywhere);
        }

        return IsBulkOff(Rules.Of(rule), options.AnalyzerConfigOptionsProvider.GetOptions(tree));
    }

    // All rules at once, or all of a category.
    private static bool IsBulkOff(SopRule rule, AnalyzerConfigOptions settings) =>
        settings.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var category) ? IsSilent(category)
        : settings.TryGetValue("dotnet_analyzer_diagnostic.severity", out var all) && IsSilent(all);

    private static bool IsSilent(ReportDiagnostic severity) => severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;

    private static bool IsSilent(string severity) => severity.Trim().ToLowerInvariant() is "none" or "silent" or "refactoring";
}
