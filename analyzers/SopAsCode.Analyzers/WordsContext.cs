using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>A words file, with the SOP to which it belongs.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text, as the compiler has it.</param>
/// <param name="sop">The SOP as its class alone declares it; null when there is none, or while somebody is typing it.</param>
/// <param name="others">The names of the other SOPs in its folder, which may be the meant ones.</param>
internal sealed class WordsContext(string path, SourceText text, SopModel? sop, IReadOnlyList<string> others)
{
    // Places count the line ends of the file, and its pieces those of the text without carriage returns.
    private readonly string _plain = text.ToString().Replace("\r\n", "\n");

    private WordsFile? _file;

    /// <summary>The SOP as its class alone declares it; null when there is none, or while somebody is typing it.</summary>
    public SopModel? Sop => sop;

    /// <summary>The names of the other SOPs in its folder.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileName(path);

    /// <summary>The pieces of the file.</summary>
    public IReadOnlyList<WordsPiece> Pieces => (_file ??= WordsFile.Parse(_plain)).Pieces;

    /// <summary>A finding at the heading of a piece, or at its text when it has none.</summary>
    public PlacedFinding At(string rule, WordsPiece piece, string message) => At(rule, piece.Start, piece.Length, message);

    /// <summary>A finding at the heading that names the step of a piece.</summary>
    public PlacedFinding AtStep(string rule, WordsPiece piece, string message) => At(rule, piece.StepStart, LineLength(piece.StepStart), message);

    /// <summary>A finding at words within a piece; at its heading when they are not found.</summary>
    public PlacedFinding AtWords(string rule, WordsPiece piece, string words, string message) =>
        _plain.IndexOf(words, piece.Start, StringComparison.Ordinal) is >= 0 and var at ? At(rule, at, words.Length, message) : At(rule, piece, message);

    /// <summary>A finding at the first line of the file.</summary>
    public PlacedFinding AtStart(string rule, string message) => At(rule, 0, LineLength(0), message);

    /// <summary>What a piece belongs to, in words.</summary>
    public string Of(WordsPiece piece) => sop is null ? Name
        : piece.Step is { } heading && WordsReader.StepOf(sop, heading) is { } step ? MessageText.Of(sop, sop.Steps[step])
        : $"SOP '{sop.Class.Name}'";

    private int LineLength(int start) => (_plain.IndexOf('\n', start) is >= 0 and var end ? end : _plain.Length) - start;

    private PlacedFinding At(string rule, int start, int length, string message)
    {
        // Each line end before the place may have one letter more in the file.
        var line = _plain.Take(start).Count(c => c == '\n');
        var column = start - (start == 0 ? 0 : _plain.LastIndexOf('\n', start - 1) + 1);
        var begin = line < text.Lines.Count ? Math.Min(text.Lines[line].Start + column, text.Length) : text.Length;
        var span = new TextSpan(begin, Math.Min(length, text.Length - begin));
        return new(rule, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), message);
    }
}
