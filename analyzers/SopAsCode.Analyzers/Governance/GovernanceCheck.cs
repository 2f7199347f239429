using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// Every rule about one SOP but those of its shape. Keeps quiet while the SOP has no sound shape: a flow that is not what its author
/// means would only be misread.
/// </summary>
internal sealed class GovernanceCheck(Compilation compilation, AnalyzerOptions options, Profile profile, OtherSops others)
{
    private readonly Severities _severities = new(compilation);
    private readonly SwitchedOffRule _switchedOff = new(compilation, options, profile);
    private readonly Lazy<LockFile?> _lock = new(() => ReadLock(options));
    private readonly DateTime? _asOf =
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopAsOf", out var day) ? TextsRule.Day(day.Trim()) : null;

    public IEnumerable<Finding> Check(INamedTypeSymbol type, FlowGraph graph, IReadOnlyList<Finding> shape, CancellationToken cancel)
    {
        if (graph.Sop.Stage == Stage.Idea)
        {
            // A title, an assessment and notes are enough for an idea.
            return [];
        }

        var tree = SiteLocator.Locate(type, Site.OfClass, cancel).SourceTree;
        if (shape.Any(Hinders) || ShapeCheck.HasUnknownReference(graph.Sop))
        {
            return [];
        }

        var sop = new SopCase(graph, PolicyReader.Read(compilation.Assembly), _asOf, Severity)
        {
            Others = others with { Cancel = cancel },
            Lock = _lock.Value,
            HasRivalPolicies = PolicyReader.Rivals(compilation.Assembly).Count > 0,
            Texts = () => DeclarationTexts.Read(type),
            PromptFiles = () => PromptFiles.PathsOf(options),
        };

        // A waiver of one step is for that step: what has one cause is joined afterwards.
        return [.. OneCause.Of(WaivedFindings.Check(sop, unwaived => Check(unwaived, cancel))), .. _switchedOff.Check(sop, tree, cancel)];

        DiagnosticSeverity? Severity(string rule) => _severities.Of(rule, tree, cancel);

        bool Hinders(Finding finding) => !finding.IsAdvice && Severity(finding.Rule) == DiagnosticSeverity.Error;
    }

    private static LockFile? ReadLock(AnalyzerOptions options) =>
        options.AdditionalFiles.FirstOrDefault(file => string.Equals(Path.GetFileName(file.Path), LockFile.Name, StringComparison.OrdinalIgnoreCase)) is { } file
            ? LockFile.Parse(file.GetText()?.ToString() ?? "")
            : null;

    private static IEnumerable<Finding> Check(SopCase sop, CancellationToken cancel)
    {
        foreach (var group in Groups)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var finding in group(sop))
            {
                yield return finding;
            }
        }
    }

    private static readonly Func<SopCase, IEnumerable<Finding>>[] Groups =
    [
        OwnershipRules.Check,
        PermissionsRules.Check,
        OversightRules.Check,
        FlowRules.Check,
        DataRules.Check,
        PromptsRules.Check,
        MetricsRules.Check,
        DocumentationRules.Check,
        HandoffsRules.Check,
        NamingRules.Check,
        WaiversRules.Check,
    ];
}
