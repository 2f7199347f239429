using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>Runs the rules in one compilation and reports their findings.</summary>
internal sealed class RuleHost
{
    private readonly Profile _profile;
    private readonly WrittenNames _names;
    private readonly HandWrittenSummaryRule.Summaries _summaries;
    private readonly ReadSops _sops;
    private readonly SopIds _ids;
    private readonly ApprovalShares _shares;
    private readonly GovernanceCheck _governance;

    // The SOPs by the folder of their words, each with the path where its words may stand.
    private readonly Lazy<ILookup<string, (INamedTypeSymbol Type, string Path)>> _words;

    public RuleHost(Compilation compilation, AnalyzerOptions options)
    {
        var others = OtherSops.Of(compilation, options);
        (_profile, _names, _summaries) = (new(options), new(compilation), new(compilation));
        (_sops, _ids, _shares) = (new(others), new(others), new(compilation));
        _governance = new(compilation, options, _profile, others);
        _words = new(
            () => _sops.Declared(CancellationToken.None).All
                .Select(sop => SopReader.FileOf(sop.Type) is { Length: > 0 } source ? (sop.Type, Path: WordsFile.PathOf(source, sop.Type.Name)) : default)
                .Where(sop => sop.Type is not null)
                .ToLookup(sop => sop.Path.Substring(0, sop.Path.LastIndexOf('/') + 1), StringComparer.OrdinalIgnoreCase),
            LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Checks a type, and the SOP that it declares.</summary>
    public void CheckType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var flow = SopSymbols.IsSop(type) && !HalfTyped.Is(type, context.CancellationToken) ? _sops.Of(type, context.CancellationToken) : null;
        context.CancellationToken.ThrowIfCancellationRequested();
        var declared = new TypeContext(type, flow?.Sop, _ids, _shares, context.CancellationToken);
        Report(context, Rules.All.SelectMany(rule => rule.CheckType(declared)));
        if (flow is not null)
        {
            var shape = ShapeCheck.Check(flow);
            Report(context, shape);
            Report(context, _governance.Check(type, flow, shape, context.CancellationToken));
        }
    }

    /// <summary>Checks the pragmas of a file, and its attributes that no type declares.</summary>
    public void CheckFile(SemanticModelAnalysisContext context)
    {
        var (model, cancel) = (context.SemanticModel, context.CancellationToken);
        if (model.SyntaxTree.GetRoot(cancel) is not CompilationUnitSyntax root)
        {
            return;
        }

        Report(SuppressionRule.CheckPragmas(model, root, cancel), context.ReportDiagnostic);
        Report(SuppressionRule.CheckAttributes(model, root, _names, cancel), context.ReportDiagnostic);
        foreach (var attribute in root.AttributeLists.Where(list => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true).SelectMany(list => list.Attributes))
        {
            if (HandWrittenSummaryRule.Check(model, attribute, _names, _summaries, cancel) is { } written)
            {
                Report([written], context.ReportDiagnostic);
            }
            else if (GrantContext.IsGrant(model, attribute, _names, cancel))
            {
                var grant = new GrantContext(model, attribute, _sops, cancel);
                Report(Rules.All.SelectMany(rule => rule.CheckGrant(grant)), context.ReportDiagnostic);
            }
        }
    }

    /// <summary>Checks the words of an SOP in a file beside its class.</summary>
    public void CheckWords(AdditionalFileAnalysisContext context)
    {
        var (file, cancel) = (context.AdditionalFile, context.CancellationToken);
        if (!WordsFile.Is(file.Path) || file.GetText(cancel) is not { } text)
        {
            return;
        }

        var path = file.Path.Replace('\\', '/');
        var neighbours = _words.Value[path.Substring(0, path.LastIndexOf('/') + 1)].ToList();
        var type = neighbours.Find(sop => TextFiles.IsSame(sop.Path, path)).Type;
        var words = new WordsContext(
            file.Path,
            text,
            type is null || HalfTyped.Is(type, cancel) ? null : SopReader.Read(type, cancel),
            [.. neighbours.Select(sop => sop.Type.Name)]);
        Report(Rules.All.SelectMany(rule => rule.CheckWords(words)), context.ReportDiagnostic);
    }

    private void Report(SymbolAnalysisContext context, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (_profile.Of(Rules.Of(finding.Rule)) is { } severity)
            {
                context.ReportDiagnostic(Findings.ToDiagnostic((INamedTypeSymbol)context.Symbol, finding, severity, context.CancellationToken));
            }
        }
    }

    private void Report(IEnumerable<PlacedFinding> findings, Action<Diagnostic> report)
    {
        foreach (var finding in findings)
        {
            if (_profile.Of(Rules.Of(finding.Rule)) is { } severity)
            {
                report(Findings.ToDiagnostic(finding, severity));
            }
        }
    }
}
