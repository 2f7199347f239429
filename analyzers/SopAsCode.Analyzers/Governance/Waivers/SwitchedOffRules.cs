using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>
/// Finds the rules that the settings of a build switch off, for SOP1106: any rule in <c>NoWarn</c>, and a rule that may not be waived and is
/// switched off by a severity. One finding per SOP names all of them. Rules that a profile switches off do not count, because that is the
/// purpose of a profile.
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
            // If the build does not state its profile, a profile may have switched the rule off.
            return profile.IsStated && IsSilent(everywhere);
        }

        return IsBulkOff(Rules.Of(rule), options.AnalyzerConfigOptionsProvider.GetOptions(tree));
    }

    // Whether a setting switches off all rules at once, or all rules of a category.
    private static bool IsBulkOff(SopRule rule, AnalyzerConfigOptions settings) =>
        settings.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var category) ? IsSilent(category)
        : settings.TryGetValue("dotnet_analyzer_diagnostic.severity", out var all) && IsSilent(all);

    private static bool IsSilent(ReportDiagnostic severity) => severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;

    private static bool IsSilent(string severity) => severity.Trim().ToLowerInvariant() is "none" or "silent" or "refactoring";
}
