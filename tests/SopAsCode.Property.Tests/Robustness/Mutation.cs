using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>Breaks a source the way people, editors and merges break it, and in ways nobody would.</summary>
/// <param name="chance">Where chance comes from.</param>
internal sealed class Mutation(Random chance)
{
    private static readonly string[] Wild =
    [
        "\0", "\u2028", "\u202e", "\ufeff", "\uffff", "🚀", "\ud800", "é", "\t\t", "\"", "\"\"\"", "{", "}", "<", ">", "(", ")", "[", "]", "]]", "/*", "*/", "//", "#if X\n", "#endif\n", "@", "$\"{",
        "\\", "\\u0000", ";", ",", "::", "..", "=>", "?", "!",
    ];

    private static readonly string[] Words =
    [
        "null", "default", "-1", "0", "int.MaxValue", "\"\"", "\"TBD\"", "\"2026-13-45\"", "\"{\"", "\"}{{}\"", "'x'", "typeof(int*)", "typeof(List<>)", "typeof(void)", "nameof(", "new[] { 1 }", "1.5", "true",
        "(Impact)999", "(Level)(-7)", "double.NaN", "\"a -> b -> c\"", "\"->\"", "\"\\ud800\"", "End.Completed", "Fallback", "this", "async", "static", "partial", "abstract", "ref", "out", "params", "unsafe",
        "record", "struct", "enum", "file", "required", "global", "void", "dynamic", "int", "T", "Task", "Task<", "Task<Task>", "(int, string)", "Sop", "Sop<", "[Sop]", "[Next]", "[Prompt(null)]", "where T : new()",
    ];

    /// <summary>Breaks a source in one place, or in several.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The broken source.</returns>
    public string Of(string source)
    {
        var times = chance.Next(5) switch { 0 => chance.Next(2, 9), 1 => 2, _ => 1 };
        for (var i = 0; i < times && source.Length > 0; i++)
        {
            source = Once(source);
        }

        return source;
    }

    private string Once(string source) => chance.Next(16) switch
    {
        0 => source[..chance.Next(source.Length)],
        1 => source[chance.Next(source.Length)..],
        2 or 3 => OnLines(source),
        4 => source.Insert(chance.Next(source.Length), One(Wild)),
        5 or 6 => Replaced(source, Tokens(source), _ => ""),
        7 => Replaced(source, Tokens(source), token => $"{token} {token}"),
        8 => Replaced(source, Tokens(source), _ => One(Words)),
        9 or 10 => Replaced(source, InAttributes(source), _ => ""),
        11 => Replaced(source, InAttributes(source), token => $"{token} {token}"),
        12 => Replaced(source, InAttributes(source), token => chance.Next(2) == 0 ? One(Words) : token.Insert(chance.Next(token.Length + 1), One(Wild))),
        13 => Swapped(source, Spans<AttributeListSyntax>(source)),
        14 => Swapped(source, Spans<TypeSyntax>(source)),
        _ => Swapped(source, chance.Next(2) == 0 ? Spans<MemberDeclarationSyntax>(source) : Spans<AttributeArgumentSyntax>(source)),
    };

    private string OnLines(string source)
    {
        var lines = source.Split('\n').ToList();
        var (one, other) = (chance.Next(lines.Count), chance.Next(lines.Count));
        switch (chance.Next(3))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            default:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
        }

        return string.Join('\n', lines);
    }

    private string Replaced(string source, List<TextSpan> spans, Func<string, string> with)
    {
        if (spans.Count == 0)
        {
            return source;
        }

        var span = spans[chance.Next(spans.Count)];
        return $"{source[..span.Start]}{with(source.Substring(span.Start, span.Length))}{source[span.End..]}";
    }

    // Two pieces that don't overlap change places.
    private string Swapped(string source, List<TextSpan> spans)
    {
        if (spans.Count == 0)
        {
            return source;
        }

        var (first, second) = (spans[chance.Next(spans.Count)], spans[chance.Next(spans.Count)]);
        if (first.Start > second.Start)
        {
            (first, second) = (second, first);
        }

        return first.End > second.Start
            ? source
            : $"{source[..first.Start]}{source[second.Start..second.End]}{source[first.End..second.Start]}{source[first.Start..first.End]}{source[second.End..]}";
    }

    private string One(string[] of) => of[chance.Next(of.Length)];

    private static List<TextSpan> Tokens(string source) => [.. Root(source).DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span)];

    private static List<TextSpan> InAttributes(string source) =>
        [.. Root(source).DescendantNodes().OfType<AttributeListSyntax>().SelectMany(list => list.DescendantTokens()).Where(token => token.Span.Length > 0).Select(token => token.Span)];

    private static List<TextSpan> Spans<T>(string source)
        where T : SyntaxNode => [.. Root(source).DescendantNodes().OfType<T>().Select(node => node.Span).Where(span => span.Length > 0)];

    private static CompilationUnitSyntax Root(string source) => CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
}
