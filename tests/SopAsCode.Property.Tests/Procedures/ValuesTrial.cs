using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>
/// Plays out what can become of the values of a run, from every step at which it can begin, and by hand where a person does a step. It is the measure of what
/// the rules prove about values.
/// </summary>
internal static class ValuesTrial
{
    /// <summary>Throws where the proofs and the played-out runs differ.</summary>
    public static void Check(Compiled compiled)
    {
        CheckUnreviewed(compiled.Graph);
        CheckMissing(Strict(compiled.Graph.Sop));
    }

    // A step reads what an AI made and nobody saw exactly if some run comes to it with such a value.
    private static void CheckUnreviewed(FlowGraph graph)
    {
        HashSet<int> read = [];
        Play(graph, static edge => edge.IsStated, (state, unreviewed) =>
        {
            if (Read(graph.Sop.Steps[state]).Any(unreviewed.Contains))
            {
                read.Add(state);
            }
        }, Unreviewed);
        for (var step = 0; step < graph.Fallback; step++)
        {
            var isRead = graph.Taint.ReadBy(step) is not null;
            Assert.True(isRead == read.Contains(step), $"'{graph.NameOf(step)}' {(isRead ? "reads no" : "reads an")} unreviewed value when it is played out, and the rules say otherwise.");
        }
    }

    // A value may be missing exactly if some run comes to its reader without it.
    private static void CheckMissing(FlowGraph graph)
    {
        HashSet<(int Step, string Type)> played = [];
        var input = graph.Sop.Input!.Key;
        Play(graph, static edge => !edge.IsReturn, (state, there) =>
        {
            foreach (var type in Asked(graph.Sop.Steps[state]).Where(type => type != input && !there.Contains(type)))
            {
                played.Add((state, type));
            }
        }, static (edge, step, there, _) => edge.Trigger == SopTrigger.Reject ? [.. there, "global::SopAsCode.Rejection"]
            : edge.CarriesOutput || edge.DoneByHand is not null ? [.. there, .. step.Makes.Select(made => made.Key)]
            : there);
        var said = DefiniteValues.Missing(graph).Where(missing => missing.Reader == graph.NameOf(missing.Step)).Select(missing => (missing.Step, missing.Parameter.Type.Key)).ToList();
        Assert.True(said.TrueForAll(played.Contains), $"A value that is said to be missing is always there: {string.Join(", ", said.Where(missing => !played.Contains(missing)))}.");
        Assert.True(played.Count == 0 || said.Count > 0, $"Nobody says that a value is missing: {string.Join(", ", played)}.");
    }

    // The same procedure where nothing may be missing. Nothing is generated for it.
    private static FlowGraph Strict(SopModel sop) => FlowBuilder.Build(sop with
    {
        Steps = sop.Steps.Select(step => step with
        {
            Method = step.Method with { Parameters = step.Method.Parameters.Select(parameter => parameter with { Type = parameter.Type with { IsNullable = false } }).ToEquatableArray() },
        }).ToEquatableArray(),
    });

    private static HashSet<string> Unreviewed(FlowEdge edge, StepModel step, HashSet<string> before, bool isByHand)
    {
        if (!edge.CarriesOutput && !isByHand)
        {
            return before;
        }

        var made = step.Makes.Select(type => type.Key).ToList();
        return edge.Trigger == SopTrigger.Approve ? [.. before.Except(Read(step)).Except(made)]
            : step.Kind == StepKind.Handoff ? [.. before.Except(made)]
            : (step.Kind == StepKind.Ai && !isByHand) || Read(step).Any(before.Contains) ? [.. before, .. made]
            : [.. before.Except(made)];
    }

    private static void Play(
        FlowGraph graph, Func<FlowEdge, bool> may, Action<int, HashSet<string>> visit, Func<FlowEdge, StepModel, HashSet<string>, bool, HashSet<string>> after)
    {
        HashSet<string> seen = [];
        Stack<(int State, HashSet<string> Values)> open = new();
        foreach (var entry in graph.Entries)
        {
            Come(entry, []);
        }

        while (open.TryPop(out var run))
        {
            visit(run.State, run.Values);
            var step = graph.Sop.Steps[run.State];
            foreach (var edge in graph.From(run.State).Where(may))
            {
                Come(edge.To, after(edge, step, run.Values, false));
            }

            // From each step a person can take the run over, and do the step.
            foreach (var edge in graph.From(graph.Fallback).Where(edge => edge.DoneByHand == run.State))
            {
                Come(edge.To, after(edge, step, run.Values, true));
            }
        }

        void Come(int state, HashSet<string> values)
        {
            if (state < graph.Fallback && seen.Add($"{state} {string.Join(' ', values.Order(StringComparer.Ordinal))}"))
            {
                open.Push((state, values));
            }
        }
    }

    // What a checkpoint shows for context only, and does not hand back, is not looked at there.
    private static IEnumerable<string> Read(StepModel step) => step.Method.Parameters
        .Where(parameter => parameter.Role == ParameterRole.Value && (!parameter.IsShownOnly || step.Makes.Any(made => made.Key == parameter.Type.Key)))
        .Select(parameter => parameter.Type.Key);

    private static IEnumerable<string> Asked(StepModel step) =>
        step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value && parameter.Type is { IsNullable: false, CanBeData: true, IsUnknown: false }).Select(parameter => parameter.Type.Key);
}
