using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>A text that a prompt may stand in.</summary>
/// <param name="Path">Its path from the project, with forward slashes; the whole path when it lies elsewhere.</param>
/// <param name="Text">The text, with <c>\n</c> line ends.</param>
internal sealed record PromptFile(string Path, string Text);

/// <summary>Finds prompts among the additional files, and joins each SOP to only those it names.</summary>
internal static class PromptFiles
{
    /// <summary>The folder of the project, with forward slashes; empty when the build does not say.</summary>
    public static string ProjectFolder(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder) ? folder.Replace('\\', '/') : "";

    /// <summary>Whether a file can hold a prompt.</summary>
    public static bool CanHold(AdditionalText file) =>
        file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    public static PromptFile Read(AdditionalText file, string folder, CancellationToken cancel)
    {
        var path = file.Path.Replace('\\', '/');
        var local = folder.Length > 0 && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? path.Substring(folder.Length).TrimStart('/') : path;
        return new(local, file.GetText(cancel)?.ToString().Replace("\r\n", "\n").TrimEnd('\n') ?? "");
    }

    /// <summary>Puts the texts of files into the prompts that name them.</summary>
    public static SopModel Join(SopModel sop, EquatableArray<PromptFile> files) => PromptReader.Fill(sop, name =>
    {
        var path = name.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;

        // A file that lies elsewhere is known by its whole path.
        return (files.FirstOrDefault(file => file.Path == path)
            ?? files.FirstOrDefault(file => file.Path.EndsWith("/" + path, StringComparison.Ordinal)))?.Text;
    });
}
