using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Puts the words of a words file into the SOP to which it belongs.</summary>
public static class WordsReader
{
    /// <summary>Puts them in. Where class and file both say a thing that can be said once, the class counts.</summary>
    /// <param name="sop">The SOP, as its class declares it.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="text">The text of the file.</param>
    /// <returns>The SOP with its words.</returns>
    public static SopModel Join(SopModel sop, string name, string text) =>
        WordsFile.Parse(text).Pieces.Aggregate(sop with { WordsFile = name }, With);

    /// <summary>The step that a heading names.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="heading">The heading: the name of its method, or its title.</param>
    /// <returns>The number of the step; null when it names none, or when several have the title.</returns>
    public static int? StepOf(SopModel sop, string heading)
    {
        var byTitle = new List<int>();
        for (var i = 0; i < sop.Steps.Count; i++)
        {
            if (sop.Steps[i].Name == heading)
            {
                return i;
            }

            if (string.Equals(sop.Steps[i].Title.Trim(), heading, StringComparison.OrdinalIgnoreCase))
            {
                byTitle.Add(i);
            }
        }

        return byTitle.Count == 1 ? byTitle[0] : null;
    }

    private static SopModel With(SopModel sop, WordsPiece piece)
    {
        if (piece.Step is null)
        {
            return OfSop(sop, piece);
        }

        if (StepOf(sop, piece.Step) is not { } number)
        {
            return sop;
        }

        var step = OfStep(sop.Steps[number], piece);
        return sop with { Steps = sop.Steps.Select((other, i) => i == number ? step : other).ToEquatableArray() };
    }

    private static SopModel OfSop(SopModel sop, WordsPiece piece) => piece.Kind switch
    {
        WordsKind.Checklist => sop with { Checklists = [.. sop.Checklists, new(TitleOf(piece), piece.Items)] },
        WordsKind.Section => sop with { Sections = [.. sop.Sections, new(piece.Title, piece.Text)] },
        WordsKind.ByHand => sop.Fallback is { How: { Length: > 0 } } ? sop : sop with { Fallback = new(piece.Text, sop.Fallback?.SwitchWhen, sop.Fallback?.Place ?? default) },
        _ => sop with { Remarks = OfRemarks(sop.Remarks, piece) },
    };

    private static StepModel OfStep(StepModel step, WordsPiece piece) => piece.Kind switch
    {
        WordsKind.Instructions => step.Instructions is not null || piece.Text.Length == 0
            ? step
            : step with { Texts = [.. step.Texts, new(nameof(StepModel.Instructions), piece.Text)] },
        WordsKind.Checklist => step with { Checklists = [.. step.Checklists, new(TitleOf(piece), piece.Items)] },
        _ => step with { Remarks = OfRemarks(step.Remarks, piece) },
    };

    private static RemarksModel OfRemarks(RemarksModel remarks, WordsPiece piece) => piece.Kind switch
    {
        WordsKind.Note => remarks with { Notes = [.. remarks.Notes, piece.Text] },
        WordsKind.Template => remarks with { Templates = [.. remarks.Templates, new(piece.Title, piece.Text, [], default)] },
        WordsKind.EdgeCase => remarks with { EdgeCases = [.. remarks.EdgeCases, new(piece.Title, piece.Text)] },
        WordsKind.Example => remarks with { Examples = [.. remarks.Examples, new(piece.Title, piece.Text, null)] },
        _ => remarks,
    };

    private static string? TitleOf(WordsPiece piece) => piece.Title.Length == 0 ? null : piece.Title;
}
