using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.Analyzers;

/// <summary>
/// How much the project asks of its SOPs. The compiler applies a profile to every rule that can be configured; the others ask here.
/// </summary>
internal sealed class Profile(AnalyzerOptions options)
{
    private readonly string? _name =
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopProfile", out var name) ? name.Trim().ToLowerInvariant() : null;

    /// <summary>Nothing but the shape is checked.</summary>
    public bool IsShapeOnly => _name == "none";

    /// <summary>The build says which profile it is, so that what a global config file switches off beyond it is the team's own doing.</summary>
    public bool IsStated => !string.IsNullOrEmpty(_name);

    /// <summary>How bad the findings of a rule are; null when it does not speak.</summary>
    public DiagnosticSeverity? Of(SopRule rule) => rule.IsFixed ? rule.SeverityIn(_name) : rule.Severity.Recommended;
}
