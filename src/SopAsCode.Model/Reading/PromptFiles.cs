using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>A text file that may hold a prompt.</summary>
/// <param name="Path">Its path from the project, with forward slashes; the full path when it is outside the project.</param>
/// <param name="Text">The text, with <c>\n</c> line ends.</param>
public sealed record PromptFile(string Path, string Text);

/// <summary>
/// Finds prompts among the additional files, and gives each SOP only the files that it names. The generator and the analyzers both use
/// this class, so that they see the same SOP.
/// </summary>
public static class PromptFiles
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
    public static PromptFile Read(AdditionalText file, string folder, CancellationToken cancel) =>
        new(PathOf(file, folder), file.GetText(cancel)?.ToString().Replace("\r\n", "\n").TrimEnd('\n') ?? "");

    /// <summary>Sorts the files into the order in which they are searched.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The files by path.</returns>
    public static EquatableArray<PromptFile> InOrder(IEnumerable<PromptFile> files) =>
        files.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Puts the texts of files into the prompts that name them.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="files">The files, in order.</param>
    /// <returns>The SOP with its prompts.</returns>
    public static SopModel Join(SopModel sop, EquatableArray<PromptFile> files) => PromptReader.Fill(
        sop,
        name => Find(name, files.Select(file => file.Path)) is { } path ? files.First(file => file.Path == path).Text : null);

    /// <summary>Does the same for an analyzer, which gets its files in another form. It reads no file when the SOP names none.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="options">The options of an analyzer.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The SOP with its prompts.</returns>
    public static SopModel Join(SopModel sop, AnalyzerOptions options, CancellationToken cancel) =>
        sop.Steps.Any(step => step.Prompt?.File is not null) ? Join(sop, Read(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, cancel)) : sop;

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

    private static EquatableArray<PromptFile> Read(ImmutableArray<AdditionalText> files, AnalyzerConfigOptionsProvider options, CancellationToken cancel)
    {
        var folder = ProjectFolder(options);
        return InOrder(files.Where(CanHold).Select(file => Read(file, folder, cancel)));
    }
}
