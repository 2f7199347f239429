using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>
/// Writes how a machine chooses between several paths: as local functions after its configuration, named after the step. They say which path
/// they chose and why.
/// </summary>
internal static class SelectorWriter
{
    /// <summary>The name of the function that says where a run goes from the manual path.</summary>
    public const string Resumption = "OnResume";

    /// <summary>The name of the function that says where a run goes behind a step that was done by hand.</summary>
    public const string ByHand = "OnDoneByHand";

    private static readonly string[] Beginnings = ["After", "OnRejectOf", "OnFailureOf", "IsWithinLimitOf"];

    /// <summary>The selector of a trigger with several paths, and its name in the description of the machine.</summary>
    public static (string Code, string Words) Selector(FlowGraph graph, int state, List<FlowEdge> edges)
    {
        if (edges[0].Trigger == SopTrigger.Resume)
        {
            return (Resumption, "the step it came from, or where its conditions lead now");
        }

        if (edges[0].Trigger == SopTrigger.DoneByHand)
        {
            return (ByHand, "where the step it came from leads");
        }

        var step = graph.Sop.Steps[state];
        return edges[0].CarriesOutput ? (After(step), "the first entry that holds")
            : edges[0].IsRetry ? (OnFailure(step), edges[0].AtMost == 1 ? "1 retry" : $"{CSharp.Number(edges[0].AtMost)} retries")
            : (OnReject(step), edges[0].AtMost == 1 ? "at most 1 round" : $"at most {CSharp.Number(edges[0].AtMost)} rounds");
    }

    /// <summary>The reason why a path is taken, as the machine and the moves state it.</summary>
    public static string Reason(FlowEdge edge) => edge.Label ?? "otherwise";

    /// <summary>The name of the function that checks the limit of a step.</summary>
    public static string LimitCheck(StepModel step) => $"IsWithinLimitOf{step.Name}";

    /// <summary>Whether a name may be the name of one of these functions.</summary>
    public static bool IsFunction(string name) =>
        name is Resumption or ByHand || Beginnings.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Writes the functions of one state.</summary>
    public static void Write(CodeWriter writer, FlowGraph graph, int state)
    {
        if (graph.StepOf(state) is not { } step)
        {
            WriteResumption(writer, graph);
            WriteByHand(writer, graph);
            return;
        }

        var ways = graph.From(state).ToLookup(edge => edge.Trigger);
        if (ways[step.Forward].Count() > 1)
        {
            WriteForward(writer, graph, step, [.. ways[step.Forward]]);
        }

        WriteCount(writer, graph, OnReject(step), $"run.Rejections({SopFile.State(graph, state)})", [.. ways[SopTrigger.Reject]]);
        WriteCount(writer, graph, OnFailure(step), "run.FailuresInVisit", [.. ways[SopTrigger.Fail]]);
        if (step.Limit is { IsAsked: true } limit)
        {
            WriteLimitCheck(writer, graph, state, limit);
        }
    }

    /// <summary>A call of a condition with the current values.</summary>
    public static string Ask(SopModel sop, string condition, string values = "run", string get = "Value")
    {
        var model = sop.Conditions.First(candidate => candidate.Name == condition);
        return $"{SopFile.Self(sop)}.{CSharp.Identifier(condition)}({string.Join(", ", model.Parameters.Select(parameter => Ask(parameter.Type, values, get)))})";
    }

    /// <summary>The current value of a type.</summary>
    public static string Ask(TypeUse type, string values, string get) =>
        $"{values}.{(!type.IsNullable ? get : type.IsValueType ? "FindValue" : "Find")}<{type.Name}>()";

    private static string After(StepModel step) => $"After{step.Name}";

    private static string OnReject(StepModel step) => $"OnRejectOf{step.Name}";

    private static string OnFailure(StepModel step) => $"OnFailureOf{step.Name}";

    private static string Takes(FlowGraph graph, FlowEdge way) =>
        $"run.Takes({SopFile.State(graph, way.To)}, {CSharp.Literal(Reason(way))}{(way.Entry is { } entry ? $", {CSharp.Literal(entry)}" : "")})";

    private static void WriteForward(CodeWriter writer, FlowGraph graph, StepModel step, List<FlowEdge> ways)
    {
        writer.Blank();
        writer.Block($"State {After(step)}()", () =>
        {
            if (ways.Find(way => way.IsUndecided) is not { } undecided)
            {
                WriteWays(writer, graph, ways);
                return;
            }

            writer.Write("string asked = \"\";");
            writer.Block("try", () => WriteWays(writer, graph, ways));
            writer.Block("catch (global::System.Exception thrown)", () => writer
                .Write("// What can't be decided is the owner's to decide.")
                .Write($"return run.Undecided({SopFile.State(graph, undecided.To)}, {CSharp.Literal(Reason(undecided))}, asked, thrown);"));
        });
    }

    private static void WriteWays(CodeWriter writer, FlowGraph graph, List<FlowEdge> ways)
    {
        for (var i = 0; i < ways.Count && !ways[i].IsUndecided; i++)
        {
            var way = ways[i];
            var outcome = $"return {Takes(graph, way)};";
            if (way.Entry is { } entry)
            {
                outcome = $"return run.Taken({CSharp.Literal(entry)}) < {CSharp.Number(way.AtMost)}\n    ? {Takes(graph, way)}\n    : {Takes(graph, ways[++i])};";
            }

            if (way.Condition is null)
            {
                writer.Write(outcome);
            }
            else
            {
                writer.Write($"asked = {CSharp.Literal(way.Condition)};");
                writer.Block($"if ({Ask(graph.Sop, way.Condition)})", () => writer.Write(outcome)).Blank();
            }
        }
    }

    private static void WriteCount(CodeWriter writer, FlowGraph graph, string name, string count, List<FlowEdge> ways)
    {
        if (ways.Count > 1)
        {
            writer.Blank().Write($"State {name}() => {count} < {CSharp.Number(ways[0].AtMost)}");
            writer.Indent(() => writer.Write($"? {Takes(graph, ways[0])}\n: {Takes(graph, ways[1])};"));
        }
    }

    private static void WriteResumption(CodeWriter writer, FlowGraph graph)
    {
        var asking = graph.From(graph.Fallback).Select(way => way.AskedAnewAfter).OfType<int>().Distinct().ToList();
        writer.Blank().Write("// A step that was done is not done again: its conditions are asked anew. State.Fallback: there is nowhere to go.");
        writer.Block($"State {Resumption}()", () =>
        {
            writer.Block("if (!run.CameFromIsDone)", () => writer.Write("return run.Takes(run.CameFrom, \"where it came from\");")).Blank();
            if (asking.Count == 0)
            {
                writer.Write("return State.Fallback;");
                return;
            }

            writer.Block("return run.CameFrom switch", () =>
            {
                asking.ForEach(state => writer.Write($"{SopFile.State(graph, state)} => {After(graph.Sop.Steps[state])}(),"));
                writer.Write("_ => State.Fallback,");
            }, "};");
        });
    }

    /// <summary>The steps that a person may do in the manual path, as a pattern.</summary>
    public static string DoneByHand(FlowGraph graph) => string.Join(" or ", StepsByHand(graph).Select(state => SopFile.State(graph, state)));

    private static IEnumerable<int> StepsByHand(FlowGraph graph) => graph.From(graph.Fallback).Select(way => way.DoneByHand).OfType<int>().Distinct();

    private static void WriteByHand(CodeWriter writer, FlowGraph graph)
    {
        if (!StepsByHand(graph).Any())
        {
            return;
        }

        writer.Blank().Write("// A person did the step it came from: the run goes on behind it.");
        writer.Block($"State {ByHand}() => run.CameFrom switch", () =>
        {
            foreach (var state in StepsByHand(graph))
            {
                var ways = graph.From(state).Where(way => way.CarriesOutput).ToList();
                writer.Write($"{SopFile.State(graph, state)} => {(ways.Count > 1 ? $"{After(graph.Sop.Steps[state])}()" : $"run.Takes({SopFile.State(graph, ways[0].To)}, \"\")")},");
            }

            writer.Write("_ => State.Fallback,");
        }, "};");
    }

    private static void WriteLimitCheck(CodeWriter writer, FlowGraph graph, int state, LimitModel limit)
    {
        writer.Blank().Write($"// {CSharp.Comment(limit.Text)}. Null where it can't be decided.");
        writer.Block($"bool? {LimitCheck(graph.Sop.Steps[state])}()", () =>
        {
            writer.Write("string asked = \"\";");
            writer.Block("try", () =>
            {
                if (limit.When is not null)
                {
                    writer.Write($"asked = {CSharp.Literal(limit.When.Name)};");
                    writer.Block($"if (!{Ask(graph.Sop, limit.When.Name)})", () => writer.Write("return run.Decided(false);")).Blank();
                }

                writer.Write(limit.PerDay > 0
                    ? $"asked = \"PerDay\";\nreturn run.Decided(run.StartedToday({SopFile.State(graph, state)}) < {CSharp.Number(limit.PerDay)});"
                    : "return run.Decided(true);");
            });
            writer.Block("catch (global::System.Exception thrown)", () => writer.Write("return run.Undecided(asked, thrown);"));
        });
    }
}
