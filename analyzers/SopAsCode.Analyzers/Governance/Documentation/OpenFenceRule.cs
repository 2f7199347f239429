using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0807: a text opens a code fence and never closes it, so the page closes it where the text ends.</summary>
internal sealed class OpenFenceRule() : SopRule(
    Id,
    "Code fence that nothing closes",
    "a text with a code fence that nothing closes",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0807";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var text in sop.Texts.Value)
        {
            if (text.IsMarkdown && OpenFence(text.Text) is { } fence)
            {
                var where = text.Place.Member is { } member ? MessageText.Member(sop.Sop, member) : $"SOP '{sop.Sop.Class.Name}'";
                yield return new(Id, text.Place with { Piece = fence }, Message($"[{text.Word}] of {where}", fence));
            }
        }
    }

    internal override IEnumerable<PlacedFinding> CheckWords(WordsContext words)
    {
        foreach (var piece in words.Pieces)
        {
            if (OpenFence(piece.Text) is { } fence)
            {
                yield return words.AtWords(Id, piece, fence, Message($"A text of {words.Of(piece)}", fence));
            }
        }
    }

    // Most texts have no fence, and reading Markdown costs something.
    private static string? OpenFence(string text) => text.Contains("```") || text.Contains("~~~") ? AuthorMarkdown.Of(text).OpenFence : null;

    private static string Message(string what, string fence) =>
        $"{what} opens '{MessageText.Text(fence)}' and never closes it, so all that follows is code: put a line '{new string([.. fence.TakeWhile(c => c == fence[0])])}' behind the code";
}
