using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Puts a checkpoint directly before the step that writes or hands over, and leads every unsafe path through it. Paths
/// that are already safe are not changed.
/// </summary>
internal sealed class InsertCheckpoint
{
    private readonly FixPlace _place;
    private readonly INamedTypeSymbol _type;
    private readonly FlowGraph _graph;
    private readonly UnsafeWrite _write;
    private readonly MethodDeclarationSyntax _method;

    private InsertCheckpoint(FixPlace place, INamedTypeSymbol type, FlowGraph graph, UnsafeWrite write, MethodDeclarationSyntax method) =>
        (_place, _type, _graph, _write, _method) = (place, type, graph, write, method);

    /// <summary>An existing checkpoint before the step that shows everything that is written; null when there is none.</summary>
    public string? Existing
    {
        get
        {
            var step = _graph.Sop.Steps[_write.Step];
            var before = _graph.StepOf(_write.Step - 1 < 0 ? _graph.Completed : _write.Step - 1);
            return before is { Kind: StepKind.Checkpoint, Next.Count: 0 } && Types(step).All(Types(before).Contains) ? before.Name : null;
        }
    }

    /// <summary>Prepares the fix for a write; null when a checkpoint does not solve the problem, as when an AI itself does the write.</summary>
    public static InsertCheckpoint? For(FixPlace place, INamedTypeSymbol type, string step, CancellationToken cancel) =>
        For(place, type, AwaitedResults.FlowOf(type, place.Model.Compilation, cancel), step, cancel);

    /// <summary>Prepares the fix for a write in a flow that may differ from the declared flow.</summary>
    public static InsertCheckpoint? For(FixPlace place, INamedTypeSymbol type, FlowGraph graph, string step, CancellationToken cancel) =>
        For(place, type, graph, Writes(graph).FirstOrDefault(write => graph.NameOf(write.Step) == step), cancel);

    /// <summary>Prepares the fix for a write that another rule reports.</summary>
    public static InsertCheckpoint? For(FixPlace place, INamedTypeSymbol type, FlowGraph graph, UnsafeWrite? found, CancellationToken cancel) =>
        found is { } write && graph.Sop.Steps[write.Step].Kind != StepKind.Ai && DeclarationOf(place, type, graph.NameOf(write.Step), cancel) is { } method
            ? new(place, type, graph, write, method)
            : null;

    /// <summary>The unsafe writes and hand-offs of an SOP that a checkpoint makes safe.</summary>
    public static IEnumerable<(string Step, UnsafeWriteKind Kind)> Mendable(Compilation compilation, INamedTypeSymbol type, CancellationToken cancel)
    {
        var graph = AwaitedResults.FlowOf(type, compilation, cancel);
        return Writes(graph).Select(write => (graph.NameOf(write.Step), write.Kind));
    }

    // Writes that can hurt come first, whether they happen once or again; then writes that do little harm but pass on unreviewed values; then hand-offs.
    private static IEnumerable<UnsafeWrite> Writes(FlowGraph graph)
    {
        // A checkpoint that shows what is written does not show what an AI left in the tool.
        var unsafeWrites = WriteEffects.Unsafe(graph, static kind => kind is UnsafeWriteKind.LeftByAi or UnsafeWriteKind.LeftBeside ? 0 : 1).ToList();
        unsafeWrites.AddRange([.. WriteEffects.Repeated(graph).Where(again => !unsafeWrites.Exists(write => write.Step == again.Step))]);
        unsafeWrites.RemoveAll(write => graph.Sop.Steps[write.Step].Kind == StepKind.Ai);
        return unsafeWrites.Concat(Enumerable.Range(0, graph.Fallback)
            .Where(state => graph.Sop.Steps[state] is { Kind: StepKind.Automated } step && step.Access.Any(access => access.Kind == Access.Write) && !unsafeWrites.Exists(write => write.Step == state))
            .Select(graph.Taint.WayTo)
            .OfType<UnsafeWrite>())
            .Concat(HandoffTaint.Of(graph));
    }

    /// <summary>What changes in the text.</summary>
    /// <param name="role">The role that decides; not needed if there is a checkpoint already.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The changes; null when a reference is not written where it can be changed.</returns>
    public IReadOnlyList<TextChange>? Changes(INamedTypeSymbol? role, CancellationToken cancel)
    {
        List<TextChange> changes = [];
        var name = Existing;
        if (name is null && role is not null)
        {
            var checkpoint = new CheckpointText(_type, _graph.Sop, _write, _place.Model, _method);
            name = checkpoint.Name;
            changes.Add(Insertion(checkpoint.Lines(_place.Model, _method, role), cancel));
            KeepFallThrough(changes, cancel);
        }

        if (name is null)
        {
            return null;
        }

        foreach (var edge in _write.Arrivals)
        {
            if (edge.NamedAt is { } site)
            {
                var location = PlaceLocator.Locate(_type, site, cancel);
                if (location.SourceTree != _method.SyntaxTree || _place.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax)
                {
                    return null;
                }

                changes.Add(new(location.SourceSpan, NameStep.Nameof(name)));
            }
        }

        // A run that begins at the write begins at the checkpoint instead.
        foreach (var trigger in _write.Path.Count > 1 ? [] : _graph.Sop.Triggers.Where(trigger => trigger.Start?.Name == _graph.NameOf(_write.Step)))
        {
            var location = PlaceLocator.Locate(_type, trigger.Start!.Place, cancel);
            if (location.SourceTree != _method.SyntaxTree || _place.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax)
            {
                return null;
            }

            changes.Add(new(location.SourceSpan, $"nameof({_type.Name}.{name})"));
        }

        return [.. changes.Distinct().OrderBy(change => change.Span.Start)];
    }

    // The step above falls through. From now on it leads to the checkpoint, unless a write directly after it was safe.
    private void KeepFallThrough(List<TextChange> changes, CancellationToken cancel)
    {
        if (_graph.Edges.FirstOrDefault(edge => edge.To == _write.Step && edge.Cause == EdgeCause.Implied) is { } implied
            && !_write.Arrivals.Contains(implied)
            && DeclarationOf(_place, _type, _graph.NameOf(implied.From), cancel) is { } above)
        {
            var last = above.AttributeLists.Last();
            var text = above.SyntaxTree.GetText(cancel);
            var next = $"[{LocalSyntax.Attribute(_place.Model, above.SpanStart, "Next")}({NameStep.Nameof(_graph.NameOf(_write.Step))})]";
            var indent = LocalSyntax.Indent(text, last.SpanStart);
            changes.Add(new(new(last.Span.End, 0), indent is null ? $" {next}" : $"{LocalSyntax.EndOfLine(text)}{indent}{next}"));
        }
    }

    private TextChange Insertion(IEnumerable<string> lines, CancellationToken cancel)
    {
        var text = _method.SyntaxTree.GetText(cancel);
        var at = StartOf(_method);
        if (LocalSyntax.Indent(text, at) is not { } indent)
        {
            return new(new(at, 0), string.Join(" ", lines) + " ");
        }

        var end = LocalSyntax.EndOfLine(text);
        return new(new(at, 0), string.Join(end + indent, lines) + end + end + indent);
    }

    // The place includes the comments of the step; a directive, such as the start of a region, stays above.
    private static int StartOf(MethodDeclarationSyntax method)
    {
        var trivia = method.GetLeadingTrivia();
        var first = trivia.Reverse().TakeWhile(piece => !piece.IsDirective).Reverse()
            .FirstOrDefault(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
        return first == default ? method.SpanStart : first.FullSpan.Start;
    }

    private static HashSet<string> Types(StepModel step)
    {
        var types = PathSearch.Reads(step);
        types.UnionWith(HandoffTaint.HandedOver(step));
        if (step is { Kind: StepKind.Checkpoint, Method.Result: { } result })
        {
            types.Add(result.Key);
        }

        return types;
    }

    private static MethodDeclarationSyntax? DeclarationOf(FixPlace place, INamedTypeSymbol type, string step, CancellationToken cancel) => type.GetMembers(step)
        .OfType<IMethodSymbol>()
        .Where(SopSymbols.IsMarked)
        .SelectMany(method => method.DeclaringSyntaxReferences)
        .Where(reference => reference.SyntaxTree == place.Root.SyntaxTree)
        .Select(reference => reference.GetSyntax(cancel))
        .OfType<MethodDeclarationSyntax>()
        .FirstOrDefault();
}
