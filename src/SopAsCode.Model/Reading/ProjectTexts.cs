using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>The text files of one compilation, for analyzers. They are read when an SOP first needs one, and only once. Thread-safe.</summary>
/// <param name="options">The options of an analyzer.</param>
public sealed class ProjectTexts(AnalyzerOptions options)
{
    private readonly HashSet<string> _words = new(options.AdditionalFiles.Select(file => file.Path.Replace('\\', '/')).Where(WordsFile.Is), StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<EquatableArray<TextFile>> _files = new(
        () => TextFiles.Read(options, CancellationToken.None),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Puts the texts of files into the prompts that name them, and the words beside the class into the SOP. It reads no file when the SOP has none.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>The SOP with its prompts and words.</returns>
    public SopModel Join(SopModel sop) =>
        sop.Steps.Any(step => step.Prompt?.File is not null) || (TextFiles.WordsOf(sop) is { } words && _words.Contains(words)) ? TextFiles.Join(sop, _files.Value) : sop;
}
