using System.Diagnostics;
using System.Text.Json;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>What a reader shows of a page.</summary>
public sealed record Shown(
    string? Error,
    string Text,
    IReadOnlyList<string>? Headings,
    IReadOnlyList<string>? Items,
    IReadOnlyList<string>? Cells,
    IReadOnlyList<string>? Links,
    IReadOnlyList<string>? Ids,
    IReadOnlyList<string>? Folds,
    IReadOnlyList<string>? Code,
    IReadOnlyList<string>? Html,
    IReadOnlyList<string>? Nodes,
    IReadOnlyList<string>? Edges);

/// <summary>The pages of the examples and of SOPs with odd texts, as the readers show them that people use.</summary>
public sealed class Readers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Dictionary<string, string>> Written = new(Write);

    private static readonly Lazy<Dictionary<string, IReadOnlyDictionary<string, Shown>>> All = new(() => Read(Names.Where(name => Missing(name) is null)));

    /// <summary>Readers of Markdown.</summary>
    public static IReadOnlyList<string> OfMarkdown { get; } = ["markdownit", "cmark", "python", "mdx", "vitepress"];

    /// <summary>Versions of Mermaid.</summary>
    public static IReadOnlyList<string> OfCharts { get; } = ["mermaid-10-9", "mermaid-11-0", "mermaid-11-6", "mermaid", "mermaid-12"];

    private static IEnumerable<string> Names => [.. OfMarkdown, .. OfCharts, "liquid", "prettier"];

    private static string Folder => Flowchart.Folder;

    /// <summary>The pages by the names of their files.</summary>
    public static IReadOnlyDictionary<string, string> Pages => Written.Value;

    /// <summary>What a reader shows of each page. A test that asks a reader which is not installed is skipped, with the reason.</summary>
    public static IReadOnlyDictionary<string, Shown> Of(string reader)
    {
        Assert.SkipWhen(Missing(reader) is not null, Missing(reader) ?? "");
        return All.Value[reader];
    }

    private static string? Missing(string reader) =>
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "the readers are not installed: run 'npm ci' in tests/SopAsCode.Generators.Tests/Pages/readers."
        : reader == "cmark" && !Answers("cmark-gfm", "--version") ? "cmark-gfm is not installed."
        : reader == "python" && !Answers("/usr/bin/python3", "-c \"import markdown\"") ? "Python-Markdown is not installed."
        : OfCharts.Contains(reader) && !File.Exists(Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium") ? "chromium is not installed."
        : null;

    private static bool Answers(string program, string arguments)
    {
        try
        {
            using var run = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            run.WaitForExit();
            return run.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Write()
    {
        var pages = Directory.GetFiles(Path.Combine(Example.RepositoryRoot, "examples", "TinyTeam", "docs", "sops"), "*.md").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        using var odd = EmittedAssembly.Of(OddTexts.Project);
        foreach (var type in OddTexts.Classes)
        {
            pages.Add(type.ToLowerInvariant() + ".md", odd.Get<string>(type, "Markdown"));
        }

        return pages;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, Shown>> Read(IEnumerable<string> readers)
    {
        var folder = Directory.CreateTempSubdirectory("sop-pages");
        try
        {
            var (pages, output) = (folder.CreateSubdirectory("pages").FullName, folder.CreateSubdirectory("out").FullName);
            foreach (var (name, text) in Pages)
            {
                File.WriteAllText(Path.Combine(pages, name), text);
            }

            using var node = Process.Start(new ProcessStartInfo("node", ["read-pages.mjs", pages, output, .. readers]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = node.StandardOutput.ReadToEndAsync();
            var errors = node.StandardError.ReadToEndAsync();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, $"{said.Result}\n{errors.Result}");
            using var results = File.OpenRead(Path.Combine(output, "readers.json"));
            return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, Shown>>>(results, Json)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
