using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0807: a text opens a code fence and never closes it, so the page closes it where the text ends.</summary>
internal sealed class OpenFenceRule() : SopRule(
    Id,
    "A code fence is closed",
    "a text with a code fence that nothing closes",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0807";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var text in sop.Texts())
        {
            if (text.IsMarkdown && (text.Text.Contains("```") || text.Text.Contains("~~~")) && AuthorMarkdown.Of(text.Text).OpenFence is { } fence)
            {
                var where = text.Place.Member is { } member ? MessageText.Member(sop.Sop, member) : $"SOP '{sop.Sop.Class.Name}'";
                var mark = new string([.. fence.TakeWhile(c => c == fence[0])]);
                yield return new(
                    Id,
                    text.Place with { Piece = fence },
                    $"[{text.Word}] of {where} opens '{MessageText.Text(fence)}' and never closes it, so all that follows is code: put a line '{mark}' behind the code");
            }
        }
    }
}
