using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.TestHarness;

/// <summary>
/// The compilation of a project with what goes with it. A later one is made from an earlier one the way an editor does it: what did
/// not change is the same object, or nothing could be cached.
/// </summary>
public sealed class SopCompilation
{
    /// <summary>By the project's name, what has no source yet: what is made from it shares the symbols of framework and language.</summary>
    private static readonly ConcurrentDictionary<string, CSharpCompilation> Empty = new(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, SyntaxTree> _trees;
    private readonly ImmutableDictionary<AdditionalFile, AdditionalText> _texts;

    private SopCompilation(
        SopProject project,
        CSharpCompilation compilation,
        ImmutableDictionary<string, SyntaxTree> trees,
        ImmutableDictionary<AdditionalFile, AdditionalText> texts,
        ProjectOptions options)
    {
        Project = project;
        Compilation = compilation;
        _trees = trees;
        _texts = texts;
        Options = options;
        AdditionalTexts = [.. project.AdditionalFiles.Select(file => texts[file])];
    }

    /// <summary>What it was made from.</summary>
    public SopProject Project { get; }

    /// <summary>The compilation, without generated code.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>How it was parsed, and how generated code is.</summary>
    public CSharpParseOptions ParseOptions => ParseOptionsOf(Project);

    /// <summary>The additional files.</summary>
    public ImmutableArray<AdditionalText> AdditionalTexts { get; }

    /// <summary>Properties, metadata and severities.</summary>
    public ProjectOptions Options { get; }

    /// <summary>Compiles a project.</summary>
    /// <param name="project">The project, without marks.</param>
    /// <returns>The compilation.</returns>
    public static SopCompilation Of(SopProject project)
    {
        var options = ProjectOptions.Of(project);
        var trees = project.Sources.ToImmutableDictionary(file => file.Name, file => Parse(file, project), StringComparer.Ordinal);
        var around = project.References.Length == 0 ? Empty.GetOrAdd(project.Name, EmptyOf) : EmptyOf(project.Name).WithReferences(ReferencesOf(project));
        var compilation = around
            .WithOptions(CompilationOptions.WithSyntaxTreeOptionsProvider(options.Severities))
            .AddSyntaxTrees(project.Sources.Select(file => trees[file.Name]));
        return new(project, compilation, trees, TextsOf(project, ImmutableDictionary<AdditionalFile, AdditionalText>.Empty), options);
    }

    /// <summary>How the sources of a project are parsed.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The options.</returns>
    public static CSharpParseOptions ParseOptionsOf(SopProject project) =>
        new(project.LanguageVersion, DocumentationMode.Diagnose, SourceCodeKind.Regular, project.Symbols);

    /// <summary>How each project is compiled: on one thread, because tests run side by side anyway.</summary>
    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true);

    /// <summary>What a project references.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The framework, the language, Stateless, and what the project adds.</returns>
    public static IEnumerable<MetadataReference> ReferencesOf(SopProject project) => [.. UsualReferences.All, .. project.References];

    /// <summary>Compiles the project after an edit.</summary>
    /// <param name="edited">The edited project.</param>
    /// <returns>The next compilation; what did not change is shared with this one.</returns>
    public SopCompilation Update(SopProject edited)
    {
        var sameParsing = edited.Symbols.SequenceEqual(Project.Symbols) && edited.LanguageVersion == Project.LanguageVersion;
        var trees = edited.Sources.ToImmutableDictionary(file => file.Name, Next, StringComparer.Ordinal);
        var sameOptions = edited.EditorConfig == Project.EditorConfig && ProjectOptions.GlobalConfig(edited) == ProjectOptions.GlobalConfig(Project);
        var options = sameOptions ? Options : ProjectOptions.Of(edited);
        var compilation = sameParsing ? Replaced() : Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(edited.Sources.Select(file => trees[file.Name]));
        if (!edited.References.SequenceEqual(Project.References))
        {
            compilation = compilation.WithReferences(ReferencesOf(edited));
        }

        if (!sameOptions)
        {
            compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(options.Severities));
        }

        return new(edited, compilation, trees, TextsOf(edited, _texts), options);

        SyntaxTree Next(SourceFile file)
        {
            if (!sameParsing || !_trees.TryGetValue(file.Name, out var tree))
            {
                return Parse(file, edited);
            }

            return Project.Sources.Contains(file) ? tree : tree.WithChangedText(Text(file.Text));
        }

        CSharpCompilation Replaced()
        {
            var next = Compilation.RemoveSyntaxTrees(_trees.Where(tree => !trees.ContainsKey(tree.Key)).Select(tree => tree.Value));
            foreach (var file in edited.Sources)
            {
                if (!_trees.TryGetValue(file.Name, out var old))
                {
                    next = next.AddSyntaxTrees(trees[file.Name]);
                }
                else if (old != trees[file.Name])
                {
                    next = next.ReplaceSyntaxTree(old, trees[file.Name]);
                }
            }

            return next;
        }
    }

    private static CSharpCompilation EmptyOf(string name) => CSharpCompilation.Create(name, references: UsualReferences.All, options: CompilationOptions);

    private static SyntaxTree Parse(SourceFile file, SopProject project) =>
        CSharpSyntaxTree.ParseText(Text(file.Text), ParseOptionsOf(project), ProjectOptions.PathOf(file.Name));

    private static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256);

    private static ImmutableDictionary<AdditionalFile, AdditionalText> TextsOf(SopProject project, ImmutableDictionary<AdditionalFile, AdditionalText> earlier) =>
        project.AdditionalFiles.ToImmutableDictionary(file => file, file => earlier.GetValueOrDefault(file) ?? new TextInMemory(file));

    private sealed class TextInMemory(AdditionalFile file) : AdditionalText
    {
        private readonly SourceText _text = Text(file.Text);

        public override string Path { get; } = ProjectOptions.PathOf(file.Name);

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
