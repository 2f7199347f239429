using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the bodies of the partial steps: each asks its performer.</summary>
internal static class StepsFile
{
    public const string Name = "Steps";

    /// <summary>The bodies of an SOP that can run; null when it has no partial step.</summary>
    public static string? Write(FlowGraph graph)
    {
        var sop = graph.Sop;
        if (!sop.Steps.Any(step => step.Method.NeedsBody))
        {
            return null;
        }

        return SopFile.Write(sop, "What persons, AI and outside automations do: the steps without code", writer =>
        {
            var isFirst = true;
            foreach (var step in sop.Steps.Where(step => step.Method.NeedsBody))
            {
                Separate(writer, ref isFirst);
                WriteBody(writer, sop, step);
            }

            PromptValuesWriter.Write(writer, sop);
            AnswersWriter.Write(writer, sop);
        });
    }

    /// <summary>Puts an empty line before each member except the first.</summary>
    public static void Separate(CodeWriter writer, ref bool isFirst)
    {
        if (!isFirst)
        {
            writer.Blank();
        }

        isFirst = false;
    }

    private static void WriteBody(CodeWriter writer, SopModel sop, StepModel step)
    {
        var answer = step.Method.Result?.Name ?? "global::SopAsCode.Runtime.Nothing";
        var (open, close) = step.Method.Returns switch
        {
            ReturnShape.ValueTask => ("new global::System.Threading.Tasks.ValueTask(", ")"),
            ReturnShape.ValueTaskOfResult => ($"new global::System.Threading.Tasks.ValueTask<{answer}>(", ")"),
            _ => ("", ""),
        };
        writer.Write(Signature(step.Method, step.Name));
        writer.Indent(() =>
        {
            var isAi = step is { Kind: StepKind.Ai, IsOutside: false };
            writer.Write($"=> {open}base.{(isAi ? "AskAgentAsync" : "PerformAsync")}<{answer}>(new()");
            writer.Braces(() =>
            {
                writer.Write($"Sop = {Member(sop, step, "Definition")},");
                writer.Write($"Step = {Member(sop, step, "Definition")}.Steps[(int){Member(sop, step, "State")}.{CSharp.Identifier(step.Name)}],");
                if (step.Prompt is not null)
                {
                    WritePrompt(writer, sop, step, step.Prompt);
                }

                if (step.Method.Parameters.Count > 0)
                {
                    var inputs = step.Method.Parameters.Select(parameter => $"new({CSharp.Literal(parameter.Name)}, {CSharp.Identifier(parameter.Name)})");
                    writer.Write($"Inputs = [{string.Join(", ", inputs)}],");
                }
            }, isAi ? $"}}, {AnswersWriter.ReaderOf(sop, step, Member(sop, step, AnswersWriter.Name))}){close};" : $"}}){close};");
        });
    }

    private static void WritePrompt(CodeWriter writer, SopModel sop, StepModel step, PromptModel prompt)
    {
        writer.Write("Prompt = new global::SopAsCode.Runtime.PromptText()");
        writer.Indent(() =>
        {
            if (step.Instructions is { } instructions)
            {
                WriteText(writer, instructions + "\n\n");
            }

            foreach (var part in prompt.Parts)
            {
                switch (part.Kind)
                {
                    case PromptPartKind.Scalar:
                        writer.Write($".Add({part.Text})");
                        break;
                    case PromptPartKind.Json:
                        writer.Write($".AddJson<{PromptValuesWriter.ParameterOf(part.Type!)}?>({PromptValuesWriter.Argument(part.Type!, part.Text)}, {Member(sop, step, PromptValuesWriter.Name)}.{PromptValuesWriter.WriterOf(sop, part.Type!)})");
                        break;
                    default:
                        WriteText(writer, part.Text);
                        break;
                }
            }

            if (step.Guardrails.Count > 0)
            {
                WriteText(writer, "\n\nKeep to these rules:\n" + string.Join("\n", step.Guardrails.Select(rule => $"- {rule}")));
            }

            writer.Write(".ToString(),");
        });
    }

    private static void WriteText(CodeWriter writer, string text)
    {
        foreach (var line in Lines(text))
        {
            writer.Write($".Add({CSharp.Literal(line)})");
        }
    }

    // A parameter may hide a member with the same name.
    private static string Member(SopModel sop, StepModel step, string name) =>
        step.Method.Parameters.Any(parameter => parameter.Name == name) ? $"{sop.Class.Reference}.{name}" : name;

    // Each line of the prompt is one line of code, so that the code looks like the prompt.
    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            yield return text.Substring(start, end + 1 - start);
            start = end + 1;
        }

        if (start < text.Length)
        {
            yield return text.Substring(start);
        }
    }

    /// <summary>The start of a generated body.</summary>
    public static string Signature(MethodModel method, string name)
    {
        var parameters = method.Parameters.Select(parameter => $"{parameter.Prefix}{parameter.Type.Annotated} {CSharp.Identifier(parameter.Name)}");
        return $"{method.Modifiers} {method.ReturnType} {CSharp.Identifier(name)}{method.TypeParameters}({string.Join(", ", parameters)}){(method.Constraints.Length == 0 ? "" : " " + method.Constraints)}";
    }
}
