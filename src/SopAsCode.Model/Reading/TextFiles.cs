using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>A text file that may hold a prompt or the words of an SOP.</summary>
/// <param name="Path">Its path from the project, with forward slashes; the full path when it is outside the project.</param>
/// <param name="Text">The text, with <c>\n</c> line ends.</param>
/// <param name="FullPath">Its full path, with forward slashes.</param>
public sealed record TextFile(string Path, string Text, string FullPath);

/// <summary>
/// Finds prompts and words files among the additional files, and gives each SOP only the files that it names and the one beside its class. The
/// generator and the analyzers both use this class, so that they see the same SOP.
/// </summary>
public static class TextFiles
{
    /// <summary>The folder of the project, with forward slashes; empty when the build does not state it.</summary>
    /// <param name="options">The options of the build.</param>
    /// <returns>The folder.</returns>
    public static string ProjectFolder(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder) ? folder.Replace('\\', '/') : "";

    /// <summary>Whether a file can hold a prompt.</summary>
    /// <param name="file">The file.</param>
    /// <returns>True for text and Markdown.</returns>
    public static bool CanHold(AdditionalText file) =>
        file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || (file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !file.Path.EndsWith(LockFile.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>Its path and text.</returns>
    public static TextFile Read(AdditionalText file, string folder, CancellationToken cancel) =>
        new(PathOf(file, folder), TextOf(file, cancel).TrimEnd('\n'), file.Path.Replace('\\', '/'));

    /// <summary>The text of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The text, with <c>\n</c> line ends.</returns>
    public static string TextOf(AdditionalText file, CancellationToken cancel) => file.GetText(cancel)?.ToString().Replace("\r\n", "\n") ?? "";

    /// <summary>Sorts the files into the order in which they are searched.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The files by path.</returns>
    public static EquatableArray<TextFile> InOrder(IEnumerable<TextFile> files) =>
        files.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Puts the texts of files into the prompts that name them, and the words beside the class into the SOP.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="files">The files, in order.</param>
    /// <returns>The SOP with its prompts and words.</returns>
    public static SopModel Join(SopModel sop, EquatableArray<TextFile> files)
    {
        var words = WordsOf(sop);
        var joined = files.FirstOrDefault(file => IsSame(file.FullPath, words)) is { } beside
            ? WordsReader.Join(sop, words!.Substring(words.LastIndexOf('/') + 1), beside.Text)
            : sop;
        return PromptReader.Fill(joined, name => Find(name, files.Select(file => file.Path)) is { } path ? files.First(file => file.Path == path).Text : null);
    }

    /// <summary>Whether two paths with forward slashes mean one file. Only case may differ, as not every file system tells it apart.</summary>
    /// <param name="path">A path.</param>
    /// <param name="other">Another one; null is no file.</param>
    /// <returns>True when they do.</returns>
    public static bool IsSame(string path, string? other) => string.Equals(path, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the words beside the class.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>The path, whether there is such a file or not; null for a class without a file, such as one in a test.</returns>
    public static string? WordsOf(SopModel sop) => sop.File.Length == 0 ? null : WordsFile.PathOf(sop.File, sop.Class.Name);

    /// <summary>The paths of the files that can hold a prompt.</summary>
    /// <param name="options">The options of an analyzer.</param>
    /// <returns>The paths from the project.</returns>
    public static IEnumerable<string> PathsOf(AnalyzerOptions options)
    {
        var folder = ProjectFolder(options.AnalyzerConfigOptionsProvider);
        return options.AdditionalFiles.Where(CanHold).Select(file => PathOf(file, folder));
    }

    /// <summary>The file that a prompt names.</summary>
    /// <param name="name">The name in the prompt.</param>
    /// <param name="options">The options of an analyzer.</param>
    /// <returns>The file; null when there is none.</returns>
    public static AdditionalText? Find(string name, AnalyzerOptions options)
    {
        var folder = ProjectFolder(options.AnalyzerConfigOptionsProvider);
        var files = options.AdditionalFiles.Where(CanHold).Select(file => (File: file, Path: PathOf(file, folder))).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var path = Find(name, files.Select(file => file.Path));
        return files.Find(file => file.Path == path).File;
    }

    // A file outside the project is known by its full path.
    private static string? Find(string name, IEnumerable<string> paths)
    {
        var path = name.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;
        return paths.FirstOrDefault(other => other == path) ?? paths.FirstOrDefault(other => other.EndsWith("/" + path, StringComparison.Ordinal));
    }

    private static string PathOf(AdditionalText file, string folder)
    {
        var path = file.Path.Replace('\\', '/');
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? path.Substring(folder.Length).TrimStart('/') : path;
    }

    /// <summary>Reads the files that can hold a prompt or words.</summary>
    /// <param name="options">The options of an analyzer.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The files, in order.</returns>
    public static EquatableArray<TextFile> Read(AnalyzerOptions options, CancellationToken cancel)
    {
        var folder = ProjectFolder(options.AnalyzerConfigOptionsProvider);
        return InOrder(options.AdditionalFiles.Where(CanHold).Select(file => Read(file, folder, cancel)));
    }
}
