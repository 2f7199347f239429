namespace SopAsCode.Model;

/// <summary>Names things in messages the same way everywhere: as written, with the SOP they belong to.</summary>
internal static class Quote
{
    /// <summary>A step or condition: <c>'SupportTriage.DraftReply'</c>.</summary>
    public static string Member(SopModel sop, string name) => $"'{sop.Class.Name}.{name}'";

    /// <summary>A step.</summary>
    public static string Of(SopModel sop, StepModel step) => Member(sop, step.Name);

    /// <summary>A text as written, on one line and short enough for a list of errors.</summary>
    public static string Text(string text)
    {
        const int most = 60;
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= most ? line : line.Substring(0, most) + "…";
    }

    /// <summary>Several words: <c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[words.Count - 1]}";
}
