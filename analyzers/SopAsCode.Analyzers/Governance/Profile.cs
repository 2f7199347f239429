using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.Analyzers;

/// <summary>
/// How much a project asks of its SOPs. The compiler applies the profile to every rule that can be configured; the other rules read it here.
/// </summary>
internal sealed class Profile(AnalyzerOptions options)
{
    private readonly string? _name =
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SopProfile", out var name) ? name.Trim().ToLowerInvariant() : null;

    /// <summary>Its name; null when the build states none.</summary>
    public string? Name => _name;

    /// <summary>Only the shape is checked.</summary>
    public bool IsShapeOnly => _name == "none";

    /// <summary>What is likely wrong is an error too.</summary>
    public bool IsStrict => _name == "strict";

    /// <summary>The build states the profile, so everything else that a global config file switches off was switched off by the team.</summary>
    public bool IsStated => !string.IsNullOrEmpty(_name);

    /// <summary>The severity that the profile gives the findings of a rule; null when the profile leaves it out.</summary>
    public DiagnosticSeverity? SeverityOf(SopRule rule) => rule.SeverityIn(_name);

    /// <summary>The severity of the findings of a rule; null when the rule reports nothing.</summary>
    public DiagnosticSeverity? Of(SopRule rule) => rule.IsFixed ? rule.SeverityIn(_name) : rule.Severity.Recommended;
}
