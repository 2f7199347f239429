using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Flow;

/// <summary>The walk behind <see cref="DataFlow"/>. It follows only types that do not state a class themselves.</summary>
internal sealed class DataWalk
{
    private readonly FlowGraph _graph;
    private readonly StatedClasses _stated;
    private readonly FedTools _tools;
    private readonly Lazy<FactPropagation<Fact>> _walked;

    // The types without a class of their own that a step makes.
    private readonly string[]?[] _open;

    public DataWalk(FlowGraph graph, FedTools? tools = null)
    {
        _graph = graph;
        _tools = tools ?? new([]);
        _stated = new(graph.Sop);
        _walked = new(Walk);
        _open = new string[]?[graph.Fallback];
    }

    private enum Kind
    {
        // The run can get here.
        Reached,

        // The current value of a type is as sensitive as this.
        Carries,

        // The current value of a type is not the answer of an AI, and nothing states how sensitive it is.
        Unclassified,
    }

    // If every type states how sensitive it is, there is nothing to follow.
    private FactPropagation<Fact> Walked => _walked.Value;

    public IEnumerable<UnclassifiedData> Unclassified()
    {
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            for (var i = 0; step.Kind == StepKind.Ai && i < step.Method.Parameters.Count; i++)
            {
                var parameter = step.Method.Parameters[i];
                if (IsOpen(parameter.Type)
                    && Walked.Holds(state, new(Kind.Unclassified, parameter.Type.Key))
                    && _stated.RecordIn(parameter.Type.Key) is { IsUnfinished: false } record
                    && IsTeams(record.Type)
                    && PlaceholdersOf(step, parameter).Any(part => IsUncovered(part, parameter)))
                {
                    yield return new(state, i, record.Type);
                }
                else if (PlaceholdersOf(step, parameter).Select(part => _stated.AnythingShown(part, parameter)).FirstOrDefault(found => found is not null) is { } anything)
                {
                    yield return new(state, i, parameter.Type) { Anything = anything };
                }
            }
        }
    }

    public IEnumerable<AgentData> Reaching()
    {
        for (var state = 0; state < _graph.Fallback; state++)
        {
            var step = _graph.Sop.Steps[state];
            if (step.Kind != StepKind.Ai)
            {
                continue;
            }

            foreach (var parameter in step.Method.Parameters)
            {
                var most = PlaceholdersOf(step, parameter).Select(part => Shown(state, step, part, parameter)).OfType<AgentData>().OrderByDescending(data => data.Class).FirstOrDefault();
                if (most is not null)
                {
                    yield return most;
                }
            }

            foreach (var access in step.Access.Where(access => access.Kind == Access.Read))
            {
                if (_tools.Of(access.Tool) is { Class: { } holds } held)
                {
                    yield return new(state, holds, access.Place) { Tool = access.Tool, Fed = held.Fed };
                }
            }
        }
    }

    private FactPropagation<Fact> Walk()
    {
        List<Fact> start = [new(Kind.Reached)];
        if (_graph.Sop.Input is { } input && IsOpen(input))
        {
            start.Add(new(Kind.Unclassified, input.Key));
        }

        var live = new LiveValues(_graph, [.. Enumerable.Range(0, _graph.Fallback).Select(state => _graph.UsesOf(state).Reads)]);
        return new(_graph, Across, (state, fact) => fact.Type.Length == 0 || live.Matters(state, fact.Type), [.. start]);
    }

    // An AI in another product gets all that the step asks for.
    private static IEnumerable<PromptPart> PlaceholdersOf(StepModel step, ParameterModel parameter) =>
        step.IsOutside ? [.. parameter.Role == ParameterRole.Value ? [new PromptPart(PromptPartKind.Json, parameter.Name, parameter.Name, parameter.Type)] : Array.Empty<PromptPart>()]
        : step.Prompt is { } prompt ? prompt.Parts.Where(part => part.Kind is PromptPartKind.Scalar or PromptPartKind.Json && part.Path.Split('.')[0] == parameter.Name)
        : [];

    private bool IsUncovered(PromptPart part, ParameterModel parameter) =>
        _stated.Shown(part, parameter).IsOfValue && !(part.Path == parameter.Name && _stated.IsCovered(parameter.Type.Key));

    private AgentData? Shown(int state, StepModel step, PromptPart part, ParameterModel parameter)
    {
        var (stated, isOfValue) = _stated.Shown(part, parameter);
        var carried = isOfValue && IsOpen(parameter.Type)
            ? Walked.At(state).Where(found => found.Fact.Kind == Kind.Carries && found.Fact.Type == parameter.Type.Key && !(stated >= found.Fact.Class))
                .OrderByDescending(found => found.Fact.Class).Select(found => (Fact?)found.Fact).FirstOrDefault()
            : null;
        return carried is { } fact ? Carried(state, step, part, fact)
            : stated is { } own ? new(state, own, PlaceOf(step, part)) { Placeholder = part.Path, Computed = _stated.ComputedShown(part, parameter, own) }
            : null;
    }

    private AgentData Carried(int state, StepModel step, PromptPart part, Fact fact)
    {
        List<DataOrigin> origins = [];
        var after = fact;
        foreach (var hop in Walked.WayTo(state, fact))
        {
            var maker = _graph.Sop.Steps[hop.Edge.From];
            if (hop.Before.Kind == Kind.Reached && after.Kind == Kind.Carries)
            {
                origins.Insert(0, new(hop.Edge.From, Sources(maker).First(source => source.Class == after.Class).Name, ShortOf(maker, after.Type)));
            }
            else if (hop.Before.Type != after.Type)
            {
                origins.Insert(0, new(hop.Edge.From, ShortOf(maker, hop.Before.Type), ShortOf(maker, after.Type)));
            }

            after = hop.Before;
        }

        return new(state, fact.Class, PlaceOf(step, part))
        {
            Placeholder = part.Path,
            Origins = origins,
            Path = [.. Walked.WayTo(state, fact).Select(hop => hop.Edge.From).Reverse(), state],
        };
    }

    private static DeclarationPlace PlaceOf(StepModel step, PromptPart part) => step is { IsOutside: false, Prompt: { } prompt }
        ? prompt.PlaceOf("{" + part.Path + "}")
        : new(step.Name, step.Overload, PlacePart.Parameter, step.Method.Parameters.ToList().FindIndex(parameter => parameter.Name == part.Path));

    private static string ShortOf(StepModel step, string type) =>
        step.Method.Parameters.Select(parameter => parameter.Type).Concat(step.Makes).First(use => use.Key == type).Short;

    private void Across(FlowEdge edge, Fact fact, List<Fact> after)
    {
        var made = edge.CarriesOutput ? _open[edge.From] ??= [.. _graph.Sop.Steps[edge.From].Makes.Where(IsOpen).Select(type => type.Key)] : [];
        if (made.Length == 0)
        {
            after.Add(fact);
            return;
        }

        var step = _graph.Sop.Steps[edge.From];
        var makesIt = made.Contains(fact.Type, StringComparer.Ordinal);

        // A step that makes a value from a value of the same type only edits that value.
        if (!makesIt || (fact.Kind == Kind.Unclassified && IsReworked(step, fact.Type)))
        {
            after.Add(fact);
        }

        if (fact.Kind == Kind.Reached)
        {
            after.AddRange(Fresh(step, made));
        }
        else if (fact.Kind == Kind.Carries && Uses(step, fact.Type))
        {
            after.AddRange(made.Select(type => fact with { Type = type }));
        }
    }

    private List<Fact> Fresh(StepModel step, string[] made)
    {
        List<Fact> facts = [];
        var highest = Sources(step).Select(source => (DataClass?)source.Class).Aggregate((DataClass?)null, StatedClasses.Max);
        foreach (var type in made)
        {
            if (highest is { } known)
            {
                facts.Add(new(Kind.Carries, type, known));
            }

            if (step.Kind != StepKind.Ai && !Reads(step, type))
            {
                facts.Add(new(Kind.Unclassified, type));
            }
        }

        return facts;
    }

    // The inputs of a step whose class is stated. The inputs of an agent are its prompt and the tools it may read, those of code its values and tools.
    // A person who reads a tool decides what of it goes into a value.
    private IEnumerable<(string Name, DataClass Class)> Sources(StepModel step)
    {
        foreach (var parameter in step.Method.Parameters)
        {
            foreach (var stated in step.Kind == StepKind.Ai ? PlaceholdersOf(step, parameter).Select(part => _stated.Shown(part, parameter).Class)
                : parameter.Role == ParameterRole.Value && step.Kind is (StepKind.Automated or StepKind.Human or StepKind.Checkpoint) ? [_stated.Whole(parameter.Type.Key)]
                : Array.Empty<DataClass?>())
            {
                if (stated is { } known)
                {
                    yield return (parameter.Type.Short, known);
                }
            }
        }

        foreach (var access in step.Access.Where(access => access.Kind == Access.Read && step.Kind is (StepKind.Ai or StepKind.Automated)))
        {
            if (_tools.Of(access.Tool).Class is { } holds)
            {
                yield return (access.Tool.Name, holds);
            }
        }
    }

    // Whether the facts about a whole value also hold for what the step makes.
    private bool Uses(StepModel step, string type) => step.Kind switch
    {
        StepKind.Ai => step.Method.Parameters.Any(parameter => parameter.Type.Key == type && PlaceholdersOf(step, parameter).Any(part => _stated.Shown(part, parameter).IsOfValue)),
        StepKind.Automated or StepKind.Human or StepKind.Checkpoint => Reads(step, type),
        _ => false,
    };

    private static bool Reads(StepModel step, string type) => step.Method.Parameters.Any(parameter => parameter.Role == ParameterRole.Value && parameter.Type.Key == type);

    private static bool IsReworked(StepModel step, string type) => step.Kind is StepKind.Automated or StepKind.Human or StepKind.Checkpoint && Reads(step, type);

    // A choice from a few known values reveals nothing about the data for which it was chosen.
    private bool IsOpen(TypeUse type) => !type.IsUnknown && _stated.Own(type.Key) is null && _stated.Find(type.Key)?.Kind is not (DataKind.Enum or DataKind.Truth);

    private static bool IsTeams(TypeUse type) => !type.Plain.StartsWith(LanguageAssembly.Name + ".", StringComparison.Ordinal) && !type.Plain.StartsWith("System.", StringComparison.Ordinal);

    private readonly record struct Fact(Kind Kind, string Type = "", DataClass Class = DataClass.Public);
}
