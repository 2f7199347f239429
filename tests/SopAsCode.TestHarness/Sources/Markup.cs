using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.TestHarness;

/// <summary>A marked piece of source.</summary>
/// <param name="Name">The rule expected there, or <c>#0</c> for a numbered place.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Span">Where, in the source without marks.</param>
public sealed record Mark(string Name, string File, TextSpan Span)
{
    /// <summary>A place that a test names, rather than a finding it expects.</summary>
    public bool IsNumbered => Name[0] == '#';
}

/// <summary>
/// Source with marks: <c>{|SOP0003:marked|}</c> expects a finding, <c>{|#0:marked|}</c> names a place, <c>{|SOP0003,SOP0007,#1:marked|}</c>
/// does several at once. Marks may stand inside each other.
/// </summary>
public sealed partial record Markup
{
    private Markup(string source, ImmutableArray<Mark> marks) => (Source, Marks) = (source, marks);

    /// <summary>The source without marks.</summary>
    public string Source { get; }

    /// <summary>The marks, from top to bottom, the outer before the inner.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Takes the marks out.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="marked">The source with marks.</param>
    /// <returns>Both.</returns>
    /// <exception cref="FormatException">A mark is not closed.</exception>
    public static Markup Parse(string file, string marked)
    {
        var source = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var open = new Stack<(string[] Names, int Start)>();
        for (var at = 0; at < marked.Length;)
        {
            if (Opening().Match(marked, at) is { Success: true } opening)
            {
                open.Push((opening.Groups["names"].Value.Split(','), source.Length));
                at += opening.Length;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, at, "|}", 0, 2) == 0)
            {
                var (names, start) = open.Pop();
                marks.AddRange(names.Select(name => new Mark(name, file, TextSpan.FromBounds(start, source.Length))));
                at += 2;
            }
            else
            {
                source.Append(marked[at++]);
            }
        }

        if (open.Count > 0)
        {
            throw new FormatException($"The mark {{|{string.Join(',', open.Peek().Names)}: in {file} is not closed.");
        }

        return new(source.ToString(), [.. marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length)]);
    }

    [GeneratedRegex(@"\G\{\|(?<names>(?:[A-Z]+[0-9]+|\#[0-9]+)(?:,(?:[A-Z]+[0-9]+|\#[0-9]+))*):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();
}
