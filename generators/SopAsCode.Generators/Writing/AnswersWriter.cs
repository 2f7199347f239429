using SopAsCode.Model;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Writes the code that makes the values of AI steps from the JSON that an AI answers: one function per record, without reflection.</summary>
internal static class AnswersWriter
{
    /// <summary>The class that holds the functions.</summary>
    public const string Name = "GeneratedAnswers";

    // The list types that a collection expression can make.
    private static readonly string[] Lists =
    [
        "global::System.Collections.Generic.IReadOnlyList<", "global::System.Collections.Generic.List<", "global::System.Collections.Generic.IList<",
        "global::System.Collections.Generic.IEnumerable<", "global::System.Collections.Generic.ICollection<",
        "global::System.Collections.Generic.IReadOnlyCollection<", "global::System.Collections.Generic.HashSet<",
        "global::System.Collections.Immutable.ImmutableArray<",
    ];

    /// <summary>The code that makes the answer of a step.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="step">The step.</param>
    /// <param name="functions">The name by which the step refers to the class that holds the functions.</param>
    public static string ReaderOf(SopModel sop, StepModel step, string functions) =>
        step.Method.Result is { } result ? $"answer => {Value(sop, result, "answer", functions)}" : "_ => default";

    /// <summary>Writes the functions that the AI steps of an SOP need, if any.</summary>
    public static void Write(CodeWriter writer, SopModel sop)
    {
        var needed = Needed(sop);
        if (needed.Count == 0)
        {
            return;
        }

        writer.Blank().Write("// How the JSON of an answer becomes values.");
        writer.Block($"private static class {Name}", () =>
        {
            var isFirst = true;
            for (var i = 0; i < sop.Data.Count; i++)
            {
                if (needed.Contains(sop.Data[i].Type.Key) && sop.Data[i].Kind == DataKind.Record)
                {
                    if (!isFirst)
                    {
                        writer.Blank();
                    }

                    isFirst = false;
                    WriteRecord(writer, sop, sop.Data[i], i);
                }
            }
        });
    }

    // The types that AI steps return, and all types inside them.
    private static HashSet<string> Needed(SopModel sop)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        Stack<string> open = new(sop.Steps.Where(step => step is { Kind: StepKind.Ai, IsOutside: false } && step.Method is { NeedsBody: true, Result: not null }).Select(step => step.Method.Result!.Key));
        while (open.Count > 0)
        {
            var model = Find(sop, open.Pop());
            if (model is null || !needed.Add(model.Type.Key))
            {
                continue;
            }

            foreach (var property in model.Kind == DataKind.Record ? model.Properties : [])
            {
                open.Push(property.Type.Key);
            }

            if (model.Element is { } element)
            {
                open.Push(element.Key);
            }
        }

        needed.RemoveWhere(key => Find(sop, key)!.Kind != DataKind.Record);
        return needed;
    }

    private static void WriteRecord(CodeWriter writer, SopModel sop, DataModel data, int number)
    {
        writer.Block($"public static {data.Type.Name} Read{CSharp.Number(number)}(global::SopAsCode.Runtime.AnswerValue answer)", () =>
        {
            if (data.Creation is not { } creation)
            {
                writer.Write($"throw new global::System.InvalidOperationException({CSharp.Literal($"'{data.Type.Short}' can't be made of an AI's answer: give it a constructor that takes its properties.")});");
                return;
            }

            var arguments = creation.Arguments.Select(argument =>
                $"{CSharp.Identifier(argument.Parameter)}: {Property(sop, data, argument.Property)}");
            var settable = creation.Settable.Select(name => $"{CSharp.Identifier(name)} = {Property(sop, data, name)}").ToList();
            var set = settable.Count == 0 ? "" : $" {{ {string.Join(", ", settable)} }}";
            writer.Write($"return new {data.Type.Name}({string.Join(", ", arguments)}){set};");
        });
    }

    private static string Property(SopModel sop, DataModel data, string name)
    {
        var type = data.Properties.First(property => property.Name == name).Type;
        var value = $"answer[{CSharp.Literal(name)}]";
        return OrNull(sop, type, value, Name);
    }

    private static string OrNull(SopModel sop, TypeUse type, string value, string functions) =>
        (type.IsNullable || type.IsOblivious ? $"{value}.IsNull ? null : " : "") + Value(sop, type, value, functions);

    private static string Value(SopModel sop, TypeUse type, string value, string functions)
    {
        var data = Find(sop, type.Key);
        return data?.Kind switch
        {
            DataKind.Record => $"{functions}.Read{CSharp.Number(sop.Data.TakeWhile(other => other.Type.Key != type.Key).Count())}({value})",
            DataKind.Text when type.Key == "string" => $"{value}.Text()",
            DataKind.Truth => $"{value}.Truth()",
            DataKind.Number => $"{value}.Number<{type.Name}>()",
            DataKind.Enum => $"{value}.Named<{type.Name}>()",
            DataKind.Formatted when data.IsParsable => $"{value}.Formatted<{type.Name}>()",
            DataKind.List when IsList(type) => $"[.. {value}.List{ElementType(sop, data.Element!)}(element => {OrNull(sop, data.Element!, "element", functions)})]",
            _ => $"global::SopAsCode.Runtime.AnswerValue.Unreadable<{type.Annotated}>({CSharp.Literal(type.Short)})",
        };
    }

    // The type is written out when the compiler can't infer it.
    private static string ElementType(SopModel sop, TypeUse element) =>
        element.IsNullable || element.IsOblivious || Find(sop, element.Key)?.Kind == DataKind.List ? $"<{element.Annotated}>" : "";

    private static bool IsList(TypeUse type) =>
        type.Name.EndsWith("[]", StringComparison.Ordinal) || Lists.Any(list => type.Key.StartsWith(list, StringComparison.Ordinal));

    private static DataModel? Find(SopModel sop, string key) => sop.Data.FirstOrDefault(data => data.Type.Key == key);
}
