using System.Text.RegularExpressions;
using SopAsCode.Model.Flow;
using SopAsCode.Runtime;
using Stateless.Reflection;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Compares everything that shows the ways of a procedure: they must be the same ways.</summary>
internal static partial class Drawings
{
    /// <summary>Throws where two of them differ.</summary>
    public static void Check(Compiled compiled)
    {
        var graph = compiled.Graph;
        var edges = graph.Edges.Select(edge => new Arrow(graph.NameOf(edge.From), edge.Trigger.ToString(), graph.NameOf(edge.To), edge.Label)).ToList();
        var definition = compiled.Definition;
        AssertSame("Definition.Transitions", edges, definition.Transitions.Select(way => new Arrow(way.From, way.Trigger.ToString(), way.To, way.Label)));
        Assert.Equal(graph.Edges.Select(edge => edge.Entry), definition.Transitions.Select(way => way.BoundedEntry));
        Assert.Equal(graph.Edges.Select(edge => edge.Behind is { } behind ? graph.NameOf(behind) : null), definition.Transitions.Select(way => way.Behind));
        Assert.Equal(Enumerable.Range(0, graph.StateCount).Select(graph.NameOf), definition.States);

        AssertSame("the machine's description", edges.Select(edge => edge with { Label = null }), OfMachine(compiled).Select(arrow => arrow with { Label = null }));
        AssertSame("the labels of the machine's description", edges.Where(edge => edge.Label is not null), OfMachine(compiled).Where(arrow => arrow.Label is not null), inexact: true);

        var drawn = graph.Edges.Where(edge => edge.IsStated).Select(edge => new Arrow(Id(graph, edge.From), "", Id(graph, edge.To), null));
        AssertSame("the flowchart", drawn, OfFlowchart(compiled.Page));
    }

    private static IEnumerable<Arrow> OfMachine(Compiled compiled)
    {
        var create = compiled.Class.GetMethod("CreateMachine")!;
        var cursor = Activator.CreateInstance(create.GetParameters()[0].ParameterType, new SopRun(compiled.Definition, "described"))!;
        var machine = create.Invoke(null, [cursor])!;
        var info = (StateMachineInfo)machine.GetType().GetMethod("GetInfo")!.Invoke(machine, null)!;
        foreach (var state in info.States)
        {
            var from = state.UnderlyingState.ToString()!;
            foreach (var way in state.FixedTransitions)
            {
                var guard = way.GuardConditionsMethodDescriptions.FirstOrDefault()?.Description;
                yield return new(from, way.Trigger.UnderlyingTrigger.ToString()!, way.DestinationState.UnderlyingState.ToString()!, guard is "started" or "not started yet" or "started, and no task open beside it" ? null : guard);
            }

            foreach (var way in state.DynamicTransitions)
            {
                foreach (var possible in way.PossibleDestinationStates!)
                {
                    yield return new(from, way.Trigger.UnderlyingTrigger.ToString()!, possible.DestinationState, possible.Criterion);
                }
            }
        }
    }

    private static IEnumerable<Arrow> OfFlowchart(string page)
    {
        var chart = page[page.IndexOf("flowchart TD\n", StringComparison.Ordinal)..];
        chart = chart[..chart.IndexOf("```", StringComparison.Ordinal)];
        foreach (Match line in Line().Matches(chart))
        {
            yield return new(line.Groups["from"].Value, "", line.Groups["to"].Value, null);
        }
    }

    private static string Id(FlowGraph graph, int state) => state < graph.Fallback ? $"s{state + 1}" : graph.NameOf(state).ToLowerInvariant();

    // A machine names fixed ways only where they are guarded, so only what it names can be compared.
    private static void AssertSame(string what, IEnumerable<Arrow> expected, IEnumerable<Arrow> actual, bool inexact = false)
    {
        var missing = expected.ToList();
        List<Arrow> extra = [];
        foreach (var arrow in actual)
        {
            if (!missing.Remove(arrow) && !(inexact && arrow.Label == "otherwise"))
            {
                extra.Add(arrow);
            }
        }

        Assert.True(
            (inexact || missing.Count == 0) && extra.Count == 0,
            $"The model and {what} differ. Missing: {string.Join(", ", missing.Take(5))}. Too much: {string.Join(", ", extra.Take(5))}.");
    }

    [GeneratedRegex(@"^ *(?<from>\w+) --(?:>|>\|""[^""\n]*""\|) (?<to>\w+) *$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    private sealed record Arrow(string From, string Trigger, string To, string? Label);
}
