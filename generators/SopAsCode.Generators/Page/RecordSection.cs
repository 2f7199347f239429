using SopAsCode.Model.Declaration;

namespace SopAsCode.Generators;

/// <summary>Says what each run records, what changed, and where to suggest a change.</summary>
internal static class RecordSection
{
    public static void Write(PageWriter page, SopModel sop)
    {
        // Only the runtime keeps a record, so a page promises one only where the project uses it.
        page.Block(sop.IsRecorded ? "## Record" : "## Changes");
        if (sop.IsRecorded && sop.Steps.Count > 0)
        {
            page.Block("Each run records who or what did each step, which data it read, what the AI answered, who approved or rejected what and why, what was written where, and every error.");
        }

        page.Table(
            ["Version", "Date", "Change"],
            sop.ChangesNewestFirst.Select(change => new[] { MarkdownText.Inline(change.Version), MarkdownText.Inline(change.Date), MarkdownText.Inline(change.What) }));
        var file = sop.File.Substring(sop.File.LastIndexOf('/') + 1);
        var words = sop.WordsFile is { } beside ? $"the words in {MarkdownText.Code(beside)}, and the rest of " : "";
        page.Block($"_Suggest a change:_ edit {words}{MarkdownText.Code(sop.Class.FullName)}{(file.Length == 0 ? "" : $" in {MarkdownText.Code(file)}")}. This page is generated from {(words.Length == 0 ? "it" : "them")}.");
    }
}
