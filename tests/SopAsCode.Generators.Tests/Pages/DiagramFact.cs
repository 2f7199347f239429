using System.Runtime.CompilerServices;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

/// <summary>A test that needs Mermaid's parser: skipped, with the way to get it, where it is not installed. The build server always has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiagramFactAttribute : FactAttribute
{
    public DiagramFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!Directory.Exists(Path.Combine(Flowchart.Folder, "node_modules", "mermaid")))
        {
            Skip = "Mermaid is not installed: run 'npm ci' in tests/SopAsCode.Generators.Tests/Pages/readers.";
        }
    }
}
