using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>A flowchart as Mermaid's own parser reads it.</summary>
internal sealed record Flowchart(IReadOnlyList<FlowchartNode> Nodes, IReadOnlyList<FlowchartEdge> Edges)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Folder => Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Generators.Tests", "Pages", "readers");

    /// <summary>The flowchart on a page.</summary>
    public static async Task<Flowchart> OnPageAsync(string markdown)
    {
        const string fence = "```mermaid\n";
        var start = markdown.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return await ReadAsync(markdown[start..markdown.IndexOf("\n```", start, StringComparison.Ordinal)]);
    }

    private static async Task<Flowchart> ReadAsync(string text)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "read-flowchart.mjs")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Node reads and writes UTF-8 everywhere; a console of Windows does not.
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        })!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"Mermaid does not read this:\n{text}\n{await errors}");
        return JsonSerializer.Deserialize<Flowchart>(await output, Json)!;
    }
}

internal sealed record FlowchartNode(string Id, string Text, string? Shape, IReadOnlyList<string> Classes);

internal sealed record FlowchartEdge(string From, string To, string Label);
