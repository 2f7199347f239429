using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>A value that is read where it may not exist.</summary>
/// <param name="Step">The state of the step that reads it, or whose outgoing paths ask for it.</param>
/// <param name="Reader">The step or condition that reads it.</param>
/// <param name="Parameter">The parameter that asks for it.</param>
/// <param name="Place">Where the parameter stands.</param>
/// <param name="Path">A shortest path from the start on which no step makes the value.</param>
public sealed record MissingValue(int Step, string Reader, ParameterModel Parameter, DeclarationPlace Place, IReadOnlyList<int> Path);

/// <summary>A hand-off without the value that it hands over.</summary>
/// <param name="Step">The number of its step.</param>
/// <param name="Input">The type of the other SOP's input.</param>
/// <param name="Path">A shortest path from the start on which no step makes the value.</param>
public sealed record MissingInput(int Step, TypeUse Input, IReadOnlyList<int> Path);

/// <summary>
/// Proves that every value exists on every path to the place where it is read. A value is never removed once it is
/// made, so it is missing exactly when some path from the start makes no value of its type.
/// </summary>
public static class DefiniteValues
{
    internal const string Rejection = "global::SopAsCode.Rejection";

    /// <summary>The values that may be missing.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One entry per parameter, with the path on which its value is missing.</returns>
    public static IEnumerable<MissingValue> Missing(FlowGraph graph)
    {
        var sop = graph.Sop;
        if (!IsKnown(sop))
        {
            yield break;
        }

        if (sop.Steps.Count == 0)
        {
            yield break;
        }

        HashSet<string> reported = new(StringComparer.Ordinal);
        var available = Available(graph, []);
        for (var state = 0; state < sop.Steps.Count; state++)
        {
            var step = sop.Steps[state];
            foreach (var missing in Of(graph, available, state, step.Name, step.Overload, step.Method.Parameters, null))
            {
                yield return missing;
            }

            foreach (var name in step.Next.Select(next => next.When?.Name))
            {
                foreach (var missing in OfCondition(graph, available, state, name, step, reported))
                {
                    yield return missing;
                }
            }

            foreach (var missing in OfCondition(graph, available, state, step.Limit?.When?.Name, null, reported))
            {
                yield return missing;
            }

            foreach (var name in References.ToTimes(step).Select(reference => reference.Target.Name))
            {
                foreach (var missing in OfCondition(graph, available, state, name, null, reported))
                {
                    yield return missing;
                }
            }
        }

        foreach (var missing in OfRun(graph))
        {
            yield return missing;
        }
    }

    // When a run begins there is its input, and nothing else.
    private static IEnumerable<MissingValue> OfRun(FlowGraph graph)
    {
        if (graph.Sop.Due?.By is not { } by || graph.Sop.Times.FirstOrDefault(time => time.Name == by.Name) is not { } asked)
        {
            yield break;
        }

        for (var i = 0; i < asked.Parameters.Count; i++)
        {
            if (Asks(asked.Parameters[i]) && asked.Parameters[i].Type.Key != graph.Sop.Input?.Key)
            {
                yield return new(0, asked.Name, asked.Parameters[i], new(asked.Name, asked.Place.Overload, PlacePart.Parameter, i), [0]);
            }
        }
    }

    /// <summary>
    /// The hand-offs that hand over the current value of the other SOP's input although it may not exist. A hand-off that asks for the
    /// value as a parameter is already in <see cref="Missing"/>.
    /// </summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One entry per step, with the path on which the value is missing.</returns>
    public static IEnumerable<MissingInput> MissingAtHandoffs(FlowGraph graph)
    {
        var sop = graph.Sop;
        var wanted = sop.Steps.Select(Given).OfType<TypeUse>().Select(input => input.Key).ToList();
        if (!IsKnown(sop) || wanted.Count == 0)
        {
            yield break;
        }

        var available = Available(graph, wanted);
        for (var state = 0; state < sop.Steps.Count; state++)
        {
            if (Given(sop.Steps[state]) is { } input
                && sop.Input?.Key != input.Key
                && available.MayLack(state, input.Key)
                && !IsAskedAt(sop.Steps[state], input.Key)
                && graph.ShortestPath(state, edge => !edge.IsReturn && !Makes(graph, edge, input.Key) && !IsMissedBefore(edge, state, input.Key)) is { } path)
            {
                yield return new(state, input, path);
            }
        }

        bool IsMissedBefore(FlowEdge edge, int state, string key) =>
            AsksBefore(graph, edge, state, key) || (edge.From != state && graph.StepOf(edge.From) is { } earlier && Given(earlier)?.Key == key);
    }

    /// <summary>
    /// The values of steps that are there whenever a run completes on a way that the declaration states. Who completes a run in the manual path gives no value.
    /// </summary>
    /// <param name="graph">The flow.</param>
    /// <returns>Their types; all that steps make while the declaration is incomplete.</returns>
    public static IEnumerable<TypeUse> AtTheEnd(FlowGraph graph)
    {
        List<TypeUse> made = [.. graph.Sop.Steps.SelectMany(step => step.Makes).GroupBy(type => type.Key, StringComparer.Ordinal).Select(same => same.First())];
        if (made.Count == 0 || !SaysWhatIsMade(graph))
        {
            return made;
        }

        AvailableValues available = new(graph, [.. made.Select(type => type.Key)], edge => MadeOn(graph, edge), state => PathSearch.From(graph, state));
        return made.Where(type => !available.MayLack(graph.Completed, type.Key));
    }

    /// <summary>Whether the declaration is complete enough to say which values its steps make.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>False while somebody types it, or when the type of a value is not known.</returns>
    public static bool SaysWhatIsMade(FlowGraph graph) => IsKnown(graph.Sop) && !graph.Sop.Steps.Any(step => step.Makes.Any(made => made.IsUnknown));

    /// <summary>A way that the declaration states, on which a run completes without a value of a type.</summary>
    /// <param name="graph">The flow.</param>
    /// <param name="type">The key of the type.</param>
    /// <returns>The states of a shortest such way; null when there is none.</returns>
    public static IReadOnlyList<int>? WayWithout(FlowGraph graph, string type) => graph.ShortestPath(graph.Completed, edge => edge.IsStated && !Makes(graph, edge, type));

    // The value that a hand-off without a body of the team hands over.
    private static TypeUse? Given(StepModel step) =>
        step is { Kind: StepKind.Handoff, Method.NeedsBody: true, Handoff.Target.Input: { IsNullable: false, CanBeData: true, IsUnknown: false } input } ? input : null;

    private static bool IsAskedAt(StepModel step, string key) => step.Method.Parameters.Any(parameter => Asks(parameter) && parameter.Type.Key == key);

    // A condition after a step may read what the step just made.
    private static IEnumerable<MissingValue> OfCondition(
        FlowGraph graph, AvailableValues available, int state, string? name, StepModel? leaving, HashSet<string> reported)
    {
        var condition = name is null ? null : graph.Sop.Questions.FirstOrDefault(candidate => candidate.Name == name);
        if (condition is null)
        {
            return [];
        }

        return Of(graph, available, state, condition.Name, condition.Place.Overload, condition.Parameters, leaving)
            .Where(missing => reported.Add($"{condition.Name}({missing.Parameter.Name})"));
    }

    private static IEnumerable<MissingValue> Of(
        FlowGraph graph, AvailableValues available, int state, string reader, int overload, EquatableArray<ParameterModel> parameters, StepModel? leaving)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            var key = parameter.Type.Key;
            if (!Asks(parameter) || graph.Sop.Input?.Key == key || !available.MayLack(state, key) || (leaving is not null && MakesWhenDone(leaving, key)))
            {
                continue;
            }

            // Only the first reader on a path is reported, because the value is missing further on for the same reason.
            if (graph.ShortestPath(state, edge => !edge.IsReturn && !Makes(graph, edge, key) && !AsksBefore(graph, edge, state, key)) is { } path
                && (reader == graph.NameOf(state) || !graph.Sop.Steps[state].Method.Parameters.Any(other => Asks(other) && other.Type.Key == key)))
            {
                yield return new(state, reader, parameter, new(reader, overload, PlacePart.Parameter, i), path);
            }
        }
    }

    // A value that exists on every path needs no search for a path without it.
    private static AvailableValues Available(FlowGraph graph, IEnumerable<string> more)
    {
        var sop = graph.Sop;
        HashSet<string> asked = new(
            sop.Steps.SelectMany(step => step.Method.Parameters)
                .Concat(sop.Questions.SelectMany(condition => condition.Parameters))
                .Where(Asks)
                .Select(parameter => parameter.Type.Key)
                .Concat(more),
            StringComparer.Ordinal);
        return new(graph, asked, edge => MadeOn(graph, edge));
    }

    // Null for any type: a result type that does not compile yet may be the missing one.
    private static IEnumerable<string>? MadeOn(FlowGraph graph, FlowEdge edge) => edge.Trigger == SopTrigger.Reject ? [Rejection]
        : !edge.CarriesOutput || graph.StepOf(edge.From) is not { } step ? []
        : step.Makes.Any(made => made.IsUnknown) ? null
        : step.Makes.Select(made => made.Key);

    private static bool Asks(ParameterModel parameter) =>
        parameter.Role == ParameterRole.Value && parameter.Type is { IsNullable: false, CanBeData: true, IsUnknown: false };

    private static bool AsksBefore(FlowGraph graph, FlowEdge edge, int state, string key) =>
        edge.From != state && graph.StepOf(edge.From) is { } step && IsAskedAt(step, key);

    private static bool Makes(FlowGraph graph, FlowEdge edge, string key) =>
        edge.Trigger == SopTrigger.Reject
            ? key == Rejection
            : edge.CarriesOutput && graph.StepOf(edge.From) is { } step && MakesWhenDone(step, key);

    // A result type that does not compile yet may be the missing type.
    private static bool MakesWhenDone(StepModel step, string key) =>
        step.Makes.Any(made => made.Key == key || made.IsUnknown);

    // An incomplete declaration proves nothing; the compiler or another rule reports what is wrong with it.
    private static bool IsKnown(SopModel sop) =>
        sop.Unfinished.Count == 0
        && !sop.Oddities.Any(oddity => oddity.Kind == OddityKind.AttributeWithoutStep)
        && sop.Input?.IsUnknown != true
        && (sop.Class.Shape & ClassShape.NotDerived) == ClassShape.Fine;
}
