using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// Runs every rule about one SOP except the rules of shape. It reports nothing while the shape of the SOP is not valid, because the
/// flow is then not what its author means.
/// </summary>
internal sealed class GovernanceCheck(Compilation compilation, AnalyzerOptions options, Profile profile, OtherSops others)
{
    private readonly Severities _severities = new(compilation);
    private readonly SwitchedOffRules _switchedOff = new(compilation, options, profile, others);
    private readonly BodyCode _bodies = new(compilation);
    private readonly Lazy<ProjectContext> _project = new(() => Read(compilation, options, others) with { IsStrict = profile.IsStrict });

    public IEnumerable<Finding> Check(INamedTypeSymbol type, FlowGraph graph, IReadOnlyList<Finding> shape, CancellationToken cancel)
    {
        if (graph.Sop.Stage == Stage.Idea)
        {
            // A title, an assessment and notes are enough for an idea.
            return [];
        }

        var tree = PlaceLocator.Locate(type, DeclarationPlace.OfClass, cancel).SourceTree;
        if (shape.Any(Hinders) || ShapeCheck.HasUnknownReference(graph.Sop))
        {
            return [];
        }

        var project = _project.Value with { Others = others with { Cancel = cancel } };
        var sop = new RuleContext(graph, project, Severity) { Texts = new(() => [.. DeclarationTexts.Read(type)]), Bodies = new(type, _bodies, cancel) };
        var asked = Rules.Asked(profile.Name, Severity, PlacedWaiver.Of(graph.Sop).Select(waiver => waiver.Rule));

        // Findings with one cause are joined after the waivers, because a waiver of one step covers only that step.
        return [.. MergeByCause.Of(WaivedFindings.Check(sop, unwaived => Ask(asked, unwaived, cancel))), .. _switchedOff.Check(sop, type, cancel)];

        DiagnosticSeverity? Severity(string rule) => _severities.Of(rule, tree, cancel);

        bool Hinders(Finding finding) => !finding.IsAdvice && Severity(finding.Rule) == DiagnosticSeverity.Error;
    }

    private static ProjectContext Read(Compilation compilation, AnalyzerOptions options, OtherSops others) => new(
        others, PolicyReader.Read(compilation.Assembly), BuildDay.Of(options))
    {
        Lock = options.AdditionalFiles.FirstOrDefault(file => string.Equals(Path.GetFileName(file.Path), LockFile.Name, StringComparison.OrdinalIgnoreCase)) is { } file
            ? LockFile.Parse(file.GetText()?.ToString() ?? "")
            : null,
        HasRivalPolicies = PolicyReader.Rivals(compilation.Assembly).Count > 0,
        Policies = KnownPolicies.Of(compilation),
        Tools = new(() => DeclaredTools.Of(compilation, CancellationToken.None)),
        PromptFiles = () => TextFiles.PathsOf(options),
    };

    private static IEnumerable<Finding> Ask(IReadOnlyList<SopRule> asked, RuleContext sop, CancellationToken cancel)
    {
        foreach (var rule in asked)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var finding in sop.Ask(rule))
            {
                yield return finding;
            }
        }
    }
}
