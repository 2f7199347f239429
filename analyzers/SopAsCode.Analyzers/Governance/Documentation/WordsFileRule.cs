using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>SOP0808: a words file says something that reaches no page: for no SOP, for no step, twice, or under a heading that means nothing.</summary>
internal sealed class WordsFileRule() : SopRule(
    Id,
    "Words of a words file that do not reach the page",
    "a words file of no SOP; in it a heading that names no step or says nothing, and words that stand in the class too",
    new(Starter: Warning, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0808";

    public override Waiving Waiving => Waiving.Never;

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckWords(WordsContext words)
    {
        if (words.Sop is not { } sop)
        {
            var name = words.Name.Substring(0, words.Name.Length - WordsFile.Ending.Length);
            var near = NearestName.Of(name, words.Others);
            return words.Others.Contains(name, StringComparer.Ordinal)
                ? []
                : [words.AtStart(Id, $"'{words.Name}' belongs to no SOP, because its folder has no SOP class '{MessageText.Text(name)}': {(near is null ? "name it after the class and put it beside it" : $"is '{near}' meant?")}")];
        }

        return words.Pieces.Select((piece, i) => Check(words, sop, piece, [.. words.Pieces.Take(i)])).OfType<PlacedFinding>();
    }

    private static PlacedFinding? Check(WordsContext words, SopModel sop, WordsPiece piece, List<WordsPiece> before)
    {
        StepModel? step = null;
        if (piece.Step is { } heading)
        {
            if (WordsReader.StepOf(sop, heading) is not { } number)
            {
                // One finding for each heading is enough.
                return before.Exists(other => other.StepStart == piece.StepStart) ? null : words.AtStep(Id, piece, NoStep(sop, heading));
            }

            step = sop.Steps[number];
        }

        if (piece.Kind == WordsKind.Unknown)
        {
            return words.At(
                Id, piece, $"'### {MessageText.Text(piece.Title)}' says nothing that a words file can say: begin it with 'Message:', 'When' or 'Example:', or put lines '- [ ]' below it");
        }

        if (piece.Kind == WordsKind.Checklist && step is not null && AttributeTable.Of("Checklist")!.Fits(step.Kind) == false)
        {
            return words.At(Id, piece, $"{MessageText.Of(sop, step)} is no step at which a person ticks lines: move them to the step of the person who looks at it");
        }

        return IsInClass(sop, step, piece) ? words.At(Id, piece, $"{What(words, piece)} stands in class '{sop.Class.Name}' too: keep one of them")
            : before.Exists(other => IsSame(sop, other, piece)) ? words.At(Id, piece, $"{What(words, piece)} stands in this file twice: keep one of them")
            : null;
    }

    private static string NoStep(SopModel sop, string heading)
    {
        var titled = sop.Steps.Where(step => string.Equals(step.Title.Trim(), heading, StringComparison.OrdinalIgnoreCase)).Select(step => step.Name).ToList();
        if (titled.Count > 1)
        {
            return $"'## {MessageText.Text(heading)}' is the title of {titled.Count} steps of '{sop.Class.Name}': write the method instead, '{string.Join("' or '", titled)}'";
        }

        var near = NearestName.Of(heading, sop.Steps.SelectMany(step => new[] { step.Title.Trim(), step.Name }));
        return $"'## {MessageText.Text(heading)}' names no step of '{sop.Class.Name}': {(near is null ? "write the title or the method of a step, 'By hand' or 'Section: …'" : $"is '{MessageText.Text(near)}' meant?")}";
    }

    // What can be said once, and what has a name.
    private static bool IsInClass(SopModel sop, StepModel? step, WordsPiece piece)
    {
        var remarks = step?.Remarks ?? sop.Remarks;
        return piece.Kind switch
        {
            WordsKind.Instructions => step?.Instructions is not null && piece.Text.Length > 0,
            WordsKind.ByHand => sop.Fallback is { How: { Length: > 0 } },
            WordsKind.Section => sop.Sections.Any(section => Same(section.Title, piece.Title)),
            WordsKind.Template => remarks.Templates.Any(template => Same(template.Title, piece.Title)),
            WordsKind.EdgeCase => remarks.EdgeCases.Any(rare => Same(rare.Case, piece.Title)),
            WordsKind.Example => remarks.Examples.Any(example => Same(example.Title, piece.Title)),
            WordsKind.Checklist => (step?.Checklists ?? sop.Checklists).Any(group => Same(group.Title ?? "", piece.Title) || group.Items.Intersect(piece.Items, StringComparer.OrdinalIgnoreCase).Any()),
            _ => false,
        };
    }

    private static bool IsSame(SopModel sop, WordsPiece other, WordsPiece piece) =>
        other.Kind == piece.Kind
        && (other.Step is null ? piece.Step is null : piece.Step is not null && WordsReader.StepOf(sop, other.Step) == WordsReader.StepOf(sop, piece.Step))
        && piece.Kind switch
        {
            WordsKind.Note => false,
            WordsKind.Instructions => other.Text.Length > 0 && piece.Text.Length > 0,
            WordsKind.Checklist => other.Items.Intersect(piece.Items, StringComparer.OrdinalIgnoreCase).Any(),
            _ => Same(other.Title, piece.Title),
        };

    private static bool Same(string title, string other) => string.Equals(title.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string What(WordsContext words, WordsPiece piece) => piece.Kind switch
    {
        WordsKind.Instructions => $"How to do {words.Of(piece)}",
        WordsKind.ByHand => $"The manual path of {words.Of(piece)}",
        WordsKind.Section => $"Section '{MessageText.Text(piece.Title)}' of {words.Of(piece)}",
        WordsKind.Template => $"Message '{MessageText.Text(piece.Title)}' of {words.Of(piece)}",
        WordsKind.EdgeCase => $"Case '{MessageText.Text(piece.Title)}' of {words.Of(piece)}",
        WordsKind.Example => $"Example '{MessageText.Text(piece.Title)}' of {words.Of(piece)}",
        _ => $"A line to tick of {words.Of(piece)}",
    };
}
