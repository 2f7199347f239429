using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>
/// Finds the rules that the settings of a build switch off or lower so far that the build does not show them. For each SOP, SOP1106 names those in
/// <c>NoWarn</c> and those that may not be waived; at the first SOP of the project, SOP1107 names the others, which a team may choose. What a profile itself says does
/// not count, because that is the purpose of a profile.
/// </summary>
internal sealed class SwitchedOffRules(Compilation compilation, AnalyzerOptions options, Profile profile, OtherSops others)
{
    // Findings about grants and the policy stand where these are written.
    private readonly Lazy<ImmutableArray<SyntaxTree>> _shared = new(() =>
    [
        .. compilation.Assembly.GetAttributes()
            .Where(attribute => SopSymbols.Word(attribute) is "Grant" or "UsePolicy")
            .Select(attribute => attribute.ApplicationSyntaxReference)
            .Concat(PolicyReader.Find(compilation.Assembly)?.DeclaringSyntaxReferences ?? [])
            .Select(written => written?.SyntaxTree)
            .OfType<SyntaxTree>()
            .Where(compilation.ContainsSyntaxTree)
            .Distinct(),
    ]);

    /// <summary>Checks the settings that count for one SOP.</summary>
    public IEnumerable<Finding> Check(RuleContext of, INamedTypeSymbol type, CancellationToken cancel)
    {
        if (profile.IsShapeOnly)
        {
            return [];
        }

        // Another rule reports that it is not clear which of several policies counts.
        return [.. Forbidden(of, type, cancel), .. of.Project.HasRivalPolicies ? [] : Chosen(of, type, cancel)];
    }

    private IEnumerable<Finding> Forbidden(RuleContext of, INamedTypeSymbol type, CancellationToken cancel)
    {
        var byBuild = Rules.All.Where(rule => !rule.IsFixed && IsOffByBuild(rule)).Select(rule => rule.RuleId).ToList();
        List<SyntaxTree> trees = [.. TreesOf(type)];
        var byConfig = Waivable.OnlyWithLeave
            .Where(rule => !of.Project.HasRivalPolicies && Waivable.LacksLeave(rule, of.Policy) && IsConfiguredOff(Rules.Of(rule), trees, cancel))
            .ToList();
        if (byBuild.Count + byConfig.Count > 0 || HidesWarnings)
        {
            IEnumerable<string> rules =
            [
                .. HidesWarnings ? ["every warning (by WarningLevel or a rule set)"] : Array.Empty<string>(),
                .. byBuild.Count > 0 ? [$"{MessageText.And(byBuild)} (by NoWarn)"] : Array.Empty<string>(),
                .. byConfig.Count > 0 ? [$"{MessageText.And(byConfig)} (by a severity)"] : Array.Empty<string>(),
            ];
            yield return new(
                SuppressionRule.Id,
                DeclarationPlace.OfClass,
                $"The build switches off {string.Join(", ", rules)} for SOP '{of.Sop.Class.Name}', where nobody sees who allowed it: "
                + "take that out, and put [Waive] where an exception is needed");
        }
    }

    // One finding for the project, because such a setting mostly counts for all of it.
    private IEnumerable<Finding> Chosen(RuleContext of, INamedTypeSymbol type, CancellationToken cancel)
    {
        var sops = DeclaredSops.Of(compilation.Assembly, cancel).All;
        var first = sops.FirstOrDefault(sop => others.Known.FlowOf(sop.Type, cancel).Sop.Stage != Model.Stage.Idea);
        if (!SymbolEqualityComparer.Default.Equals(first?.Type, type))
        {
            yield break;
        }

        List<SyntaxTree> trees = [.. sops.SelectMany(sop => TreesOf(sop.Type)).Distinct()];
        var rules = Rules.All
            .Where(rule => !rule.IsFixed && rule.Waiving != Waiving.WithLeave && of.Policy?.AllowedWaivers.Contains(rule.RuleId, StringComparer.Ordinal) != true && IsConfiguredOff(rule, trees, cancel))
            .Select(rule => rule.RuleId)
            .ToList();
        if (rules.Count > 0)
        {
            yield return new(
                SwitchedOffRule.Id,
                DeclarationPlace.OfClass,
                $"Config files switch off {string.Join(", ", rules)} in this project (said at '{of.Sop.Class.Name}'): take that out, or let the policy say [AllowWaiver(\"{rules[0]}\")] where it is meant");
        }
    }

    // A generated part has no findings, but a file with such a path may hold steps.
    private IEnumerable<SyntaxTree> TreesOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(written => written.SyntaxTree)
        .Where(tree => !SopSymbols.MayBeOwnOutput(tree))
        .Concat(type.GetAttributes().Where(attribute => SopSymbols.Word(attribute) is not null).Select(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree).OfType<SyntaxTree>())
        .Concat(type.GetMembers().OfType<IMethodSymbol>().Where(SopSymbols.IsMarked).SelectMany(method => method.DeclaringSyntaxReferences).Select(written => written.SyntaxTree))
        .Concat(_shared.Value)
        .Distinct();

    private bool HidesWarnings => compilation.Options.WarningLevel < 1 || compilation.Options.GeneralDiagnosticOption is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;

    private bool IsOffByBuild(SopRule rule) => compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.RuleId, out var severity) && IsLow(rule, severity);

    // A rule whose findings the build does not show anyway can't be hidden.
    private bool IsConfiguredOff(SopRule rule, List<SyntaxTree> trees, CancellationToken cancel) =>
        profile.SeverityOf(rule) >= DiagnosticSeverity.Warning
        && !compilation.Options.SpecificDiagnosticOptions.ContainsKey(rule.RuleId)
        && trees.Exists(tree => IsConfiguredOff(rule, tree, cancel));

    private bool IsConfiguredOff(SopRule rule, SyntaxTree tree, CancellationToken cancel)
    {
        var files = compilation.Options.SyntaxTreeOptionsProvider;
        if (files?.TryGetDiagnosticValue(tree, rule.RuleId, cancel, out var here) == true)
        {
            return IsLow(rule, here);
        }

        if (files?.TryGetGlobalDiagnosticValue(rule.RuleId, cancel, out var everywhere) == true)
        {
            // If the build does not state its profile, a profile may have switched the rule off.
            return profile.IsStated && IsLow(rule, everywhere);
        }

        return IsBulkOff(rule, options.AnalyzerConfigOptionsProvider.GetOptions(tree));
    }

    // Whether a setting lowers all rules at once, or all rules of a category.
    private bool IsBulkOff(SopRule rule, AnalyzerConfigOptions settings) =>
        settings.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var category) ? IsLow(rule, Parsed(category))
        : settings.TryGetValue("dotnet_analyzer_diagnostic.severity", out var all) && IsLow(rule, Parsed(all));

    // At a severity below a warning, the build does not show a finding.
    private bool IsLow(SopRule rule, ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress or ReportDiagnostic.Hidden => true,
        ReportDiagnostic.Info => profile.SeverityOf(rule) >= DiagnosticSeverity.Warning,
        _ => false,
    };

    private static ReportDiagnostic Parsed(string severity) => severity.Trim().ToLowerInvariant() switch
    {
        "none" => ReportDiagnostic.Suppress,
        "silent" or "refactoring" => ReportDiagnostic.Hidden,
        "suggestion" => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Default,
    };
}
