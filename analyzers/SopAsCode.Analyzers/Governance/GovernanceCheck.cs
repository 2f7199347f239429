using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// Everything about ownership, permissions and oversight of one SOP. Keeps quiet while the SOP has no sound shape: a flow that is
/// not what its author means would only be misread.
/// </summary>
internal sealed class GovernanceCheck(Compilation compilation, AnalyzerOptions options)
{
    private readonly Severities _severities = new(compilation);
    private readonly DateTime? _asOf =
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopAsOf", out var day) ? TextsRule.Day(day.Trim()) : null;

    public IEnumerable<Finding> Check(INamedTypeSymbol type, FlowGraph graph, IReadOnlyList<Finding> shape, CancellationToken cancel)
    {
        var tree = SiteLocator.Locate(type, Site.OfClass, cancel).SourceTree;
        if (shape.Any(Hinders) || ShapeCheck.HasUnknownReference(graph.Sop))
        {
            return [];
        }

        return
        [
            .. OwnerRule.Check(graph.Sop),
            .. GrantRule.Check(graph.Sop, _asOf),
            .. WriteRules.Check(graph, Severity),
        ];

        DiagnosticSeverity? Severity(string rule) => _severities.Of(rule, tree, cancel);

        bool Hinders(Finding finding) => !finding.IsAdvice && Severity(finding.Rule) == DiagnosticSeverity.Error;
    }
}
