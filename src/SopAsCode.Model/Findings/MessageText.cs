using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Findings;

/// <summary>Writes names in messages in the same form everywhere: as written, with the SOP they belong to.</summary>
public static class MessageText
{
    /// <summary>A step or condition: <c>'SupportTriage.DraftReply'</c>.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="name">The member.</param>
    /// <returns>Both names in quotes.</returns>
    public static string Member(SopModel sop, string name) => $"'{sop.Class.Name}.{name}'";

    /// <summary>A step.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="step">The step.</param>
    /// <returns>Both names in quotes.</returns>
    public static string Of(SopModel sop, StepModel step) => Member(sop, step.Name);

    /// <summary>A text as written, on one line and short enough for a list of errors.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The line.</returns>
    public static string Text(string text)
    {
        const int most = 60;
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= most ? line : line.Substring(0, most) + "…";
    }

    /// <summary>The whole text as written, on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The line.</returns>
    public static string Line(string text) => string.Concat(text.Trim().Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>One of several words: <c>a, b or c</c>.</summary>
    /// <param name="words">The words.</param>
    /// <returns>One phrase.</returns>
    public static string Or(IReadOnlyList<string> words) => List(words, "or");

    /// <summary>All of several words: <c>a, b and c</c>.</summary>
    /// <param name="words">The words.</param>
    /// <returns>One phrase.</returns>
    public static string And(IReadOnlyList<string> words) => List(words, "and");

    private static string List(IReadOnlyList<string> words, string last) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[words.Count - 1]}";
}
