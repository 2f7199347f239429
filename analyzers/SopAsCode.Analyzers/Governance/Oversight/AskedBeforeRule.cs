using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0315: a condition over a value decided who approves, and the approver may then change that value. For example, the condition read 80, and 800 is written.
/// </summary>
internal sealed class AskedBeforeRule() : SopRule(
    Id,
    "Condition that is not asked again after a checkpoint",
    "a checkpoint that may change what a condition was asked about, before a write",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.RepeatCondition, "ask it again"))
{
    public const string Id = "SOP0315";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var unasked in Found(sop.Graph))
        {
            var repeated = Repeated(sop.Graph, unasked);
            yield return new(Id, sop.Sop.Steps[unasked.Checkpoint].NamePlace, Words(sop.Graph, unasked, repeated))
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, unasked.Path),
                Fix = repeated is null ? null : new(FixNames.RepeatCondition, $"{unasked.Question}|{repeated[0].Step.Name}|{(repeated.Count > 1 ? repeated[1].Step.Name : "")}"),
            };
        }
    }

    private static IEnumerable<Unasked> Found(FlowGraph graph)
    {
        var askers = graph.Sop.Conditions.SelectMany(condition => condition.Parameters, (condition, read) => (condition.Name, read.Type.Key))
            .Distinct()
            .ToLookup(one => one.Key, one => one.Name, StringComparer.Ordinal);
        for (var state = 0; state < graph.Fallback; state++)
        {
            var step = graph.Sop.Steps[state];
            if (step.Kind != StepKind.Checkpoint || step.Makes.Count == 0 || !graph.IsReached(state))
            {
                continue;
            }

            foreach (var (changed, question) in step.Makes.SelectMany(made => askers[made.Key], (made, question) => (made, question)))
            {
                if (Of(graph, state, question, changed) is { } unasked)
                {
                    yield return unasked;
                }
            }
        }
    }

    private static Unasked? Of(FlowGraph graph, int checkpoint, string question, TypeUse changed)
    {
        if (Bypass(graph, checkpoint, question, changed.Key) is not { } path || Answer(graph, checkpoint, question, changed.Key) is not { } answer)
        {
            return null;
        }

        var others = Others(graph, answer, question);
        return others.Exists(other => Matters(graph, other.To, checkpoint, path[path.Count - 1])) && !IsStricter(graph, answer, others, question, changed.Key, checkpoint)
            ? new(checkpoint, question, changed, answer, others, path)
            : null;
    }

    // Finds a path from the approval to a write of the changed value, on which the condition is not evaluated again and no person sees the new value.
    private static List<int>? Bypass(FlowGraph graph, int checkpoint, string question, string type)
    {
        var path = PathSearch.Find(
            PathSearch.From(graph, checkpoint).Where(edge => edge.Trigger == SopTrigger.Approve && !edge.Asked.Contains(question, StringComparer.Ordinal)).Select(edge => (edge.To, Type: type)),
            node => Behind(graph, node.To, node.Type, question),
            node => graph.StepOf(node.To) is { NeedsApproval: true } write && !IsLimitedBy(write, question) && PathSearch.Reads(write).Contains(node.Type));
        return path is null ? null : [checkpoint, .. path.Select(node => node.To)];
    }

    private static IEnumerable<(int To, string Type)> Behind(FlowGraph graph, int state, string type, string question)
    {
        if (graph.StepOf(state) is not { } step || IsLimitedBy(step, question) || (PathSearch.IsPerson(graph, state) && PathSearch.Reads(step).Contains(type)))
        {
            yield break;
        }

        foreach (var edge in PathSearch.From(graph, state).Where(edge => !edge.Asked.Contains(question, StringComparer.Ordinal)))
        {
            if (!PathSearch.IsMadeOn(graph, edge, type) && graph.Taint.IsStillRead(edge.To, type))
            {
                yield return (edge.To, type);
            }

            // A value that is made from the changed value also carries the change.
            foreach (var made in edge.CarriesOutput && PathSearch.Reads(step).Contains(type) ? step.Makes : [])
            {
                yield return (edge.To, made.Key);
            }
        }
    }

    private static bool IsLimitedBy(StepModel step, string question) => step.Limit?.When?.Name == question;

    // The nearest edge after the condition that leads here with the value that the condition read.
    private static FlowEdge? Answer(FlowGraph graph, int checkpoint, string question, string type)
    {
        (FlowEdge Edge, int Length)? nearest = null;
        foreach (var edge in graph.Edges.Where(edge => edge.IsStated && edge.CarriesOutput && edge.From != checkpoint && edge.Asked.Contains(question, StringComparer.Ordinal)))
        {
            var path = graph.IsReached(edge.From)
                ? PathSearch.Find([edge.To], state => PathSearch.From(graph, state).Where(next => !PathSearch.IsMadeOn(graph, next, type)).Select(next => next.To), state => state == checkpoint)
                : null;
            if (path is not null && (nearest is not { } known || path.Count < known.Length))
            {
                nearest = (edge, path.Count);
            }
        }

        return nearest?.Edge;
    }

    // The edges that the other result of the condition would have taken.
    private static List<FlowEdge> Others(FlowGraph graph, FlowEdge answer, string question) =>
    [
        .. PathSearch.From(graph, answer.From).Where(edge =>
            edge.Trigger == answer.Trigger && edge.Asked.Contains(question, StringComparer.Ordinal) && (edge.Condition == question) != (answer.Condition == question)),
    ];

    // The change matters unless the other result of the condition leads to the same write without another person in between.
    private static bool Matters(FlowGraph graph, int other, int checkpoint, int write) => !OnlyRoutes(graph, other, checkpoint) && PathSearch.Find(
        [other],
        state => state != checkpoint && PathSearch.IsPerson(graph, state) ? [] : PathSearch.From(graph, state).Select(edge => edge.To),
        state => state == write) is null;

    // The other result comes to the same checkpoint, and nothing on the way there decides, writes, hands over or ends: it only says who works on it before.
    private static bool OnlyRoutes(FlowGraph graph, int other, int checkpoint) => PathSearch.Find(
        [other],
        state => state == checkpoint ? [] : PathSearch.From(graph, state).Where(edge => edge.CarriesOutput || edge.To != graph.Fallback).Select(edge => edge.To),
        state => state != checkpoint && (graph.StepOf(state) is not { Kind: not (StepKind.Checkpoint or StepKind.Handoff), Limit: null } step || step.Access.Any(access => access.Kind == Access.Write))) is null;

    // If both results of the condition lead to a checkpoint that sees the value, the condition names the exception, and its
    // checkpoint is the stricter one. A run that was there avoids no other approver.
    private static bool IsStricter(FlowGraph graph, FlowEdge answer, List<FlowEdge> others, string question, string type, int checkpoint) =>
        answer.Condition == question && PathSearch.Find(
            others.Select(other => other.To),
            state => state == checkpoint ? [] : PathSearch.From(graph, state).Select(edge => edge.To),
            state => state != checkpoint && graph.StepOf(state) is { Kind: StepKind.Checkpoint } other && (PathSearch.Reads(other).Contains(type) || other.Makes.Any(made => made.Key == type))) is not null;

    // The same condition with the same path at the checkpoint; null when that would break a rule of shape.
    private static List<NextModel>? Repeated(FlowGraph graph, Unasked unasked)
    {
        var sop = graph.Sop;
        var step = sop.Steps[unasked.Checkpoint];
        if (unasked.Answer.Condition == unasked.Question
            || sop.Steps[unasked.Answer.From].Next.FirstOrDefault(next => next.When?.Name == unasked.Question) is not { AtMost: 0 } asked
            || graph.StateOf(asked.Step.Name) == unasked.Checkpoint)
        {
            return null;
        }

        List<NextModel> added = [asked];
        if (step.Next.Count == 0)
        {
            // The last entry goes on to the next step; there must be one, because a write follows the checkpoint.
            added.Add(new(new(sop.Steps[unasked.Checkpoint + 1].Name, false, step.NamePlace), null, 0, null, step.NamePlace));
        }

        var after = FlowBuilder.Build(sop with
        {
            Steps = sop.Steps.Select(other => other == step ? other with { Next = [.. added, .. other.Next] } : other).ToEquatableArray(),
        });
        return ShapeCheck.Check(after).All(finding => finding.IsAdvice) && WriteEffects.Unsafe(after).Count <= WriteEffects.Unsafe(graph).Count ? added : null;
    }

    private static string Words(FlowGraph graph, Unasked unasked, List<NextModel>? repeated)
    {
        var checkpoint = graph.Sop.Steps[unasked.Checkpoint];
        var todo = repeated is null
            ? $"ask again before '{graph.NameOf(unasked.Path[unasked.Path.Count - 1])}', or let '{checkpoint.Name}' only show the '{unasked.Changed.Short}'"
            : $"ask again there with [Next(…, When = nameof({unasked.Question}))]";
        return $"{graph.Print(unasked.Path)}: {MessageText.Of(graph.Sop, checkpoint)} may change the '{unasked.Changed.Short}' "
            + $"after '{unasked.Question}' was asked about it at '{graph.NameOf(unasked.Answer.From)}': {todo}";
    }

    private sealed record Unasked(int Checkpoint, string Question, TypeUse Changed, FlowEdge Answer, List<FlowEdge> Others, List<int> Path);
}
