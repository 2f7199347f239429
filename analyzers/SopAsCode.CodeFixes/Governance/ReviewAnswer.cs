using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;

namespace SopAsCode.CodeFixes;

/// <summary>Puts a checkpoint before the step with the limit; the checkpoint shows the answer that the limit reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReviewAnswer)), Shared]
public sealed class ReviewAnswer() : ChoiceFix(FixNames.ReviewAnswer)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method
            || place.SopAt(diagnostic, cancel) is not { Symbol: { } sop }
            || AwaitedResults.FlowOf(sop, place.Model.Compilation, cancel) is not { } graph
            || InsertCheckpoint.For(place, sop, graph, WriteAt(graph, method.Identifier.ValueText), cancel) is not { Existing: null } insertion)
        {
            yield break;
        }

        foreach (var role in RolesInScope.Of(sop, place.Model.Compilation))
        {
            if (insertion.Changes(role, cancel) is { } changes)
            {
                yield return new(
                    $"Insert a checkpoint for {role.Name}",
                    nameof(ReviewAnswer) + RolesInScope.FullName(role),
                    [.. changes.Select(change => new TextEdit(place.Document.Id, change))]);
            }
        }
    }

    // A checkpoint shows what the step reads, so it helps only if the step reads what the limit reads.
    private static UnsafeWrite? WriteAt(FlowGraph graph, string step)
    {
        if (OutsideAnswers.Of(graph).FirstOrDefault(found => graph.NameOf(found.Step) == step) is not { } answer)
        {
            return null;
        }

        var reads = graph.Sop.Steps[answer.Step].Method.Parameters.Select(parameter => parameter.Type.Key).ToList();
        return answer.Answers.All(reads.Contains)
            ? new(answer.Step, UnsafeWriteKind.UnreviewedAi, answer.Path)
            {
                Arrivals = [.. graph.Edges.Where(edge => edge.To == answer.Step && edge is { Cause: EdgeCause.Declared or EdgeCause.Implied, IsRetry: false })],
                MadeByAi = answer.Answers,
            }
            : null;
    }
}
