using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Architecture;

/// <summary>Each folder of SopAsCode.Model is a namespace, and knows only those before it.</summary>
public class NamespaceArrowsTests
{
    private const string Home = "SopAsCode.Model";

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The folders: each may know those before it.</summary>
    private static readonly string[] Order = ["Values", "Places", "Language", "Declaration", "Findings", "Flow", "Reading", "Shape", "Summaries"];

    private static readonly Lazy<CSharpCompilation> Model = new(() => CompilationOf([]));

    [Fact]
    public void Its_sources_compile_here() => Assert.Empty(ErrorsOf(Model.Value));

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => Assert.Equal(
        Order.Order(StringComparer.Ordinal),
        FilesOfModel().Select(FolderOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    // What a compiler looks for has the name that the compiler wants.
    [Fact]
    public void The_namespace_of_a_file_is_its_folder() => Assert.Empty(
        from tree in Model.Value.SyntaxTrees
        where FolderOf(tree.FilePath).Length > 0
        from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let name = space.Name.ToString()
        where name != $"{Home}.{FolderOf(tree.FilePath)}" && !name.StartsWith("System.", StringComparison.Ordinal)
        select $"{tree.FilePath}: {name}");

    [Fact]
    public void A_folder_knows_only_those_before_it() => Assert.Empty(Backwards(Model.Value));

    [Fact]
    public void An_arrow_backwards_is_found()
    {
        const string file = "src/SopAsCode.Model/Places/Backwards.cs";
        var changed = CompilationOf([(file, "namespace SopAsCode.Model.Places; internal static class Backwards { public static int Of() => Reading.AttributeTable.All.Count; }")]);
        Assert.Empty(ErrorsOf(changed, file));
        Assert.Equal([$"{file}(1): Places knows Reading by 'AttributeTable'", $"{file}(1): Places knows Reading by 'All'"], Backwards(changed, file), StringComparer.Ordinal);
    }

    private static List<string> Backwards(CSharpCompilation compilation, string? only = null)
    {
        List<string> found = [];
        foreach (var tree in compilation.SyntaxTrees.Where(tree => FolderOf(tree.FilePath).Length > 0 && (only ?? tree.FilePath) == tree.FilePath))
        {
            var from = FolderOf(tree.FilePath);
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol
                    && FolderOf(symbol) is { } to
                    && Array.IndexOf(Order, to) > Array.IndexOf(Order, from))
                {
                    found.Add($"{tree.FilePath}({tree.GetLineSpan(name.Span).StartLinePosition.Line + 1}): {from} knows {to} by '{name.Identifier.ValueText}'");
                }
            }
        }

        return found;
    }

    private static string? FolderOf(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToDisplayString() is { } space && space.StartsWith(Home + ".", StringComparison.Ordinal) ? space[(Home.Length + 1)..] : null;

    // A file that is none of the folder src/SopAsCode.Model has none.
    private static string FolderOf(string file) =>
        file.Split('/') is ["src", Home, .. { Length: > 1 } rest] ? string.Join('.', rest[..^1]) : "";

    // What the project takes from the language, and compiles into its own namespace.
    private static IEnumerable<string> LinkedFiles() => XDocument.Load(Path.Combine(Example.RepositoryRoot, "src", Home, Home + ".csproj"))
        .Descendants("Compile")
        .Select(link => link.Attribute("Include")!.Value.Replace("../", "src/", StringComparison.Ordinal));

    private static IEnumerable<string> FilesOfModel() => Directory
        .EnumerateFiles(Path.Combine(Example.RepositoryRoot, "src", Home), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Example.RepositoryRoot, file).Replace('\\', '/'))
        .Where(file => file.Split('/')[2] is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static CSharpCompilation CompilationOf((string File, string Source)[] more)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["SOP_MODEL"]);
        var trees = FilesOfModel().Concat(LinkedFiles())
            .Select(file => (File: file, Source: File.ReadAllText(Path.Combine(Example.RepositoryRoot, file))))
            .Append((File: "ImplicitUsings.cs", Source: ImplicitUsings))
            .Concat(more)
            .Select(entry => CSharpSyntaxTree.ParseText(entry.Source, options, entry.File));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("SopAsCode", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(Home, trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<Diagnostic> ErrorsOf(CSharpCompilation compilation, string? only = null) =>
        (only is null ? compilation.GetDiagnostics() : compilation.GetSemanticModel(compilation.SyntaxTrees.Single(tree => tree.FilePath == only)).GetDiagnostics())
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
