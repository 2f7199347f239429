using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>How bad the findings of a rule are, as a project configures them: a rule gives way only to one that is at least as bad.</summary>
internal sealed class Severities(Compilation compilation)
{
    /// <summary>The severity of a rule in a file; null when it is switched off, or there is none.</summary>
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
