using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Writes the code that turns values into JSON in a prompt: one function per type, without reflection.</summary>
internal static class PromptValuesWriter
{
    /// <summary>The class that holds the functions.</summary>
    public const string Name = "GeneratedPromptValues";

    /// <summary>The function that writes a type.</summary>
    public static string WriterOf(SopModel sop, TypeUse type)
    {
        var number = sop.Data.TakeWhile(data => data.Type.Key != type.Key).Count();
        return number < sop.Data.Count ? $"Write{CSharp.Number(number)}" : "WriteText";
    }

    /// <summary>The type as a parameter of such a function. A call with a <c>dynamic</c> argument would be bound only when it runs.</summary>
    public static string ParameterOf(TypeUse type) => type.Key == "dynamic" ? "object" : type.Name;

    /// <summary>An expression as an argument of such a function.</summary>
    public static string Argument(TypeUse type, string expression) => type.Key == "dynamic" ? $"(object?){expression}" : expression;

    /// <summary>Writes the functions that the prompts of an SOP need, if any.</summary>
    public static void Write(CodeWriter writer, SopModel sop)
    {
        var needed = Needed(sop);
        if (needed.Count == 0)
        {
            return;
        }

        writer.Blank().Write("// How values become JSON in a prompt.");
        writer.Block($"private static class {Name}", () =>
        {
            for (var i = 0; i < sop.Data.Count; i++)
            {
                if (needed.Contains(sop.Data[i].Type.Key))
                {
                    WriteFunction(writer, sop, sop.Data[i]);
                    writer.Blank();
                }
            }

            writer.Write("""
                public static void WriteText<T>(global::System.Text.Json.Utf8JsonWriter json, T value)
                    => json.WriteStringValue(new global::SopAsCode.Runtime.PromptText().Add(value as global::System.IFormattable).ToString() is { Length: > 0 } text ? text : value?.ToString());
                """);
        });
    }

    private static string ElementOf(TypeUse element) => element.Key == "dynamic" ? "object?" : element.IsOblivious ? element.Name + "?" : element.Annotated;

    // The types that the prompts show as JSON, and all types inside them.
    private static HashSet<string> Needed(SopModel sop)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        Stack<string> open = new(sop.Steps
            .SelectMany(step => step.Prompt?.Parts ?? [])
            .Where(part => part.Kind == PromptPartKind.Json)
            .Select(part => part.Type!.Key));
        while (open.Count > 0)
        {
            var key = open.Pop();
            if (!needed.Add(key) || sop.Data.FirstOrDefault(data => data.Type.Key == key) is not { } model)
            {
                continue;
            }

            foreach (var property in model.Properties)
            {
                open.Push(property.Type.Key);
            }

            if (model.Element is { } element)
            {
                open.Push(element.Key);
            }
        }

        return needed;
    }

    private static void WriteFunction(CodeWriter writer, SopModel sop, DataModel data)
    {
        writer.Block($"public static void {WriterOf(sop, data.Type)}(global::System.Text.Json.Utf8JsonWriter json, {ParameterOf(data.Type)}? value)", () =>
        {
            writer.Block("if (value is not { } known)", () => writer.Write("json.WriteNullValue();").Write("return;")).Blank();
            switch (data.Kind)
            {
                case DataKind.Record:
                    writer.Write("json.WriteStartObject();");
                    foreach (var property in data.Properties)
                    {
                        writer.Write($"json.WritePropertyName({CSharp.Literal(property.Name)});");
                        writer.Write($"{WriterOf(sop, property.Type)}(json, {Argument(property.Type, $"known.{CSharp.Identifier(property.Name)}")});");
                    }

                    writer.Write("json.WriteEndObject();");
                    break;
                case DataKind.List:
                    writer.Write("json.WriteStartArray();");
                    writer.Block($"foreach ({ElementOf(data.Element!)} element in known)", () => writer.Write($"{WriterOf(sop, data.Element!)}(json, {Argument(data.Element!, "element")});"));
                    writer.Write("json.WriteEndArray();");
                    break;
                case DataKind.Number:
                    writer.Write("json.WriteRawValue(new global::SopAsCode.Runtime.PromptText().Add(known).ToString());");
                    break;
                case DataKind.Truth:
                    writer.Write("json.WriteBooleanValue(known);");
                    break;
                case DataKind.Text:
                    writer.Write("json.WriteStringValue(known.ToString());");
                    break;
                default:
                    writer.Write("WriteText(json, known);");
                    break;
            }
        });
    }
}
