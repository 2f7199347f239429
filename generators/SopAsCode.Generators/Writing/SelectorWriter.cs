using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Writes how a machine chooses between several ways: small ones where they are configured, longer ones as local functions
/// below, named after the step.
/// </summary>
internal static class SelectorWriter
{
    /// <summary>The selector of a trigger with several ways, and what it is called in the machine's description.</summary>
    public static (string Code, string Words) Selector(FlowGraph graph, int state, List<FlowEdge> edges)
    {
        if (edges[0].Trigger == SopTrigger.Resume)
        {
            return ("() => run.CameFrom", "the step it came from");
        }

        var step = graph.Sop.Steps[state];
        if (edges[0].CarriesOutput)
        {
            return (After(step), "the first entry that holds");
        }

        var count = edges[0].IsRetry ? "run.FailuresInVisit" : $"run.Rejections({SopFile.State(graph, state)})";
        var words = edges[0].IsRetry
            ? edges[0].AtMost == 1 ? "1 retry" : $"{CSharp.Number(edges[0].AtMost)} retries"
            : edges[0].AtMost == 1 ? "at most 1 round" : $"at most {CSharp.Number(edges[0].AtMost)} rounds";
        return ($"() => {count} < {CSharp.Number(edges[0].AtMost)} ? {SopFile.State(graph, edges[0].To)} : {SopFile.State(graph, edges[1].To)}", words);
    }

    /// <summary>The name of the function that checks the limit of a step.</summary>
    public static string LimitCheck(StepModel step) => $"IsWithinLimitOf{step.Name}";

    /// <summary>Writes the functions of one step that are too long to stand where they are used.</summary>
    public static void Write(CodeWriter writer, FlowGraph graph, int state)
    {
        var step = graph.Sop.Steps[state];
        var ways = Forward(graph, state);
        if (ways.Count > 1)
        {
            writer.Blank();
            WriteDecision(writer, $"State {After(step)}()", graph, ways, way => SopFile.State(graph, way.To));
        }

        if (step.Limit is { } limit && (limit.When is not null || limit.PerDay > 0))
        {
            WriteLimitCheck(writer, graph, state, limit);
        }
    }

    /// <summary>The ways of a step on completion or approval, in the order in which they are tried.</summary>
    public static List<FlowEdge> Forward(FlowGraph graph, int state) => [.. graph.From(state).Where(edge => edge.CarriesOutput)];

    /// <summary>Writes a function that tries the ways of a step in order and returns what the first one that fits stands for.</summary>
    public static void WriteDecision(CodeWriter writer, string signature, FlowGraph graph, List<FlowEdge> ways, Func<FlowEdge, string> result) =>
        writer.Block(signature, () =>
        {
            if (ways.Find(way => way.IsUndecided) is not { } undecided)
            {
                WriteWays(writer, graph, ways, result);
                return;
            }

            writer.Block("try", () => WriteWays(writer, graph, ways, result));
            writer.Block("catch (global::System.Exception)", () =>
                writer.Write("// What can't be decided is the owner's to decide.").Write($"return {result(undecided)};"));
        });

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

    private static void WriteWays(CodeWriter writer, FlowGraph graph, List<FlowEdge> ways, Func<FlowEdge, string> result)
    {
        for (var i = 0; i < ways.Count && !ways[i].IsUndecided; i++)
        {
            var way = ways[i];
            var outcome = result(way);
            if (way.Entry is { } entry)
            {
                outcome = $"run.Taken({CSharp.Number(entry)}) < {CSharp.Number(way.AtMost)} ? {outcome} : {result(ways[++i])}";
            }

            if (way.Condition is null)
            {
                writer.Write($"return {outcome};");
            }
            else
            {
                writer.Block($"if ({Ask(graph.Sop, way.Condition)})", () => writer.Write($"return {outcome};")).Blank();
            }
        }
    }

    private static void WriteLimitCheck(CodeWriter writer, FlowGraph graph, int state, LimitModel limit)
    {
        List<string> terms = [];
        if (limit.When is not null)
        {
            terms.Add(Ask(graph.Sop, limit.When.Name));
        }

        if (limit.PerDay > 0)
        {
            terms.Add($"run.StartedToday({SopFile.State(graph, state)}) < {CSharp.Number(limit.PerDay)}");
        }

        writer.Blank().Write($"// {CSharp.Comment(limit.Text)}. Null where it can't be decided.");
        writer.Block($"bool? {LimitCheck(graph.Sop.Steps[state])}()", () =>
        {
            writer.Block("try", () => writer.Write($"return {string.Join("\n    && ", terms)};"));
            writer.Block("catch (global::System.Exception)", () => writer.Write("return null;"));
        });
    }
}
