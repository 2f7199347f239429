namespace SopAsCode.Model;

/// <summary>A value that is read where it may not exist.</summary>
/// <param name="Step">The state of the step that reads it, or whose ways ask for it.</param>
/// <param name="Reader">The step or condition that reads it.</param>
/// <param name="Parameter">The parameter that asks for it.</param>
/// <param name="Site">Where the parameter stands.</param>
/// <param name="Path">A shortest way from the start on which nothing makes the value.</param>
public sealed record MissingValue(int Step, string Reader, ParameterModel Parameter, Site Site, IReadOnlyList<int> Path);

/// <summary>
/// Proves that every value exists on every way to where it is read. A value is made once and never taken away, so it is
/// missing exactly when some way from the start makes no value of its type.
/// </summary>
public static class DefiniteValues
{
    internal const string Rejection = "global::SopAsCode.Rejection";

    /// <summary>The values that may be missing.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>One entry per parameter, with the way on which it is missing.</returns>
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
        var available = Available(graph);
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
        }
    }

    // A condition on a way out of a step may read what the step just made.
    private static IEnumerable<MissingValue> OfCondition(
        FlowGraph graph, AvailableValues available, int state, string? name, StepModel? leaving, HashSet<string> reported)
    {
        var condition = name is null ? null : graph.Sop.Conditions.FirstOrDefault(candidate => candidate.Name == name);
        if (condition is null)
        {
            return [];
        }

        return Of(graph, available, state, condition.Name, condition.Site.Overload, condition.Parameters, leaving)
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

            // Whoever asks first on a way is told; what is missing there is missing further on for the same reason.
            if (graph.ShortestPath(state, edge => edge.Trigger != SopTrigger.Resume && !Makes(graph, edge, key) && !AsksBefore(graph, edge, state, key)) is { } path
                && (reader == graph.NameOf(state) || !graph.Sop.Steps[state].Method.Parameters.Any(other => Asks(other) && other.Type.Key == key)))
            {
                yield return new(state, reader, parameter, new(reader, overload, SitePart.Parameter, i), path);
            }
        }
    }

    // What is there on every way needs no search for a way without it.
    private static AvailableValues Available(FlowGraph graph)
    {
        var sop = graph.Sop;
        HashSet<string> asked = new(
            sop.Steps.SelectMany(step => step.Method.Parameters)
                .Concat(sop.Conditions.SelectMany(condition => condition.Parameters))
                .Where(Asks)
                .Select(parameter => parameter.Type.Key),
            StringComparer.Ordinal);
        return new(graph, asked, edge => edge.Trigger == SopTrigger.Reject ? [Rejection]
            : !edge.CarriesOutput || graph.StepOf(edge.From) is not { } step ? []
            : step.Makes.Any(made => made.IsUnknown) ? null
            : step.Makes.Select(made => made.Key));
    }

    private static bool Asks(ParameterModel parameter) =>
        parameter.Role == ParameterRole.Value && parameter.Type is { IsNullable: false, CanBeData: true, IsUnknown: false };

    private static bool AsksBefore(FlowGraph graph, FlowEdge edge, int state, string key) =>
        edge.From != state && graph.StepOf(edge.From)?.Method.Parameters.Any(parameter => Asks(parameter) && parameter.Type.Key == key) == true;

    private static bool Makes(FlowGraph graph, FlowEdge edge, string key) =>
        edge.Trigger == SopTrigger.Reject
            ? key == Rejection
            : edge.CarriesOutput && graph.StepOf(edge.From) is { } step && MakesWhenDone(step, key);

    // A result that does not compile yet may be the one.
    private static bool MakesWhenDone(StepModel step, string key) =>
        step.Makes.Any(made => made.Key == key || made.IsUnknown);

    // Half a declaration proves nothing: the compiler, or another rule, says what is wrong with it.
    private static bool IsKnown(SopModel sop) =>
        sop.Unfinished.Count == 0
        && sop.Input?.IsUnknown != true
        && (sop.Class.Shape & ClassShape.NotDerived) == ClassShape.Fine;
}
