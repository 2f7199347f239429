using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>The configured severities of rules in a project. A rule gives way only to a rule whose severity is at least as high.</summary>
internal sealed class Severities(Compilation compilation)
{
    /// <summary>The severity of a rule in a file; null when the rule is switched off, or when there is no file.</summary>
    public DiagnosticSeverity? Of(string id, SyntaxTree? tree, CancellationToken cancel)
    {
        if (Rules.Find(id) is not { } rule)
        {
            return null;
        }

        return Configured(id, tree, cancel) switch
        {
            ReportDiagnostic.Suppress => null,
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
            _ => rule.Severity.Recommended,
        };
    }

    private ReportDiagnostic Configured(string id, SyntaxTree? tree, CancellationToken cancel)
    {
        var options = compilation.Options;
        if (options.SpecificDiagnosticOptions.TryGetValue(id, out var severity)
            || (tree is not null && options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, id, cancel, out severity) == true)
            || options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(id, cancel, out severity) == true)
        {
            return severity;
        }

        return ReportDiagnostic.Default;
    }
}
