using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SopAsCode.Package.Tests.Tooling;

/// <summary>Compiles classes of the shape that the generator writes, without the generator.</summary>
public static class CompiledSops
{
    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>An SOP with its page.</summary>
    public static string Sop(string name, string id, string page) => $"""
        [assembly: SopAsCode.SopSummary(typeof({name}), 1, Id = {SymbolDisplay.FormatLiteral(id, quote: true)})]
        public class {name} {'{'} public const string Markdown = {SymbolDisplay.FormatLiteral(page, quote: true)}; {'}'}
        """;

    /// <summary>Compiles to a file.</summary>
    public static void Compile(string file, string assembly, params string[] sources) =>
        Compile(file, assembly, MetadataReference.CreateFromFile(typeof(SopSummaryAttribute).Assembly.Location), sources);

    /// <summary>Compiles to a file, with a language of the test's own.</summary>
    public static void Compile(string file, string assembly, MetadataReference language, params string[] sources)
    {
        var result = Compilation(assembly, sources).AddReferences(language).Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
    }

    /// <summary>A language of the test's own.</summary>
    public static MetadataReference Language(string source) => Compilation("SopAsCode", source).ToMetadataReference();

    private static CSharpCompilation Compilation(string assembly, params string[] sources) => CSharpCompilation.Create(
        assembly,
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        Platform,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
