using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.TestHarness;

/// <summary>A project opened as an editor opens it: generated documents come from the generator, and are generated again after each change.</summary>
public sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Tooling _tooling;
    private readonly Dictionary<Project, Diagnosed> _diagnosed = new(ReferenceEqualityComparer.Instance);

    public FixWorkspace(Tooling tooling, params SopProject[] projects)
    {
        _tooling = tooling;
        Solution = _workspace.CurrentSolution;
        foreach (var project in projects)
        {
            Add(project);
        }
    }

    public Solution Solution { get; private set; }

    public Project Project => Solution.Projects.First();

    /// <summary>The findings in a project, by file and position.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) =>
    [
        .. (await DiagnosedAsync(project)).Findings.OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(found => found.Location.SourceSpan.Start),
    ];

    /// <summary>The compiler's own errors in a project.</summary>
    public async Task<ImmutableArray<Diagnostic>> ErrorsAsync(Project project) => (await DiagnosedAsync(project)).Errors;

    public void Dispose() => _workspace.Dispose();

    // A project does not change: another edit is another project.
    private async Task<Diagnosed> DiagnosedAsync(Project project)
    {
        if (!_diagnosed.TryGetValue(project, out var diagnosed))
        {
            diagnosed = await Diagnosed.OfAsync((await project.GetCompilationAsync())!, _tooling.Analyzers(), project.AnalyzerOptions);
            _diagnosed.Add(project, diagnosed);
        }

        return diagnosed;
    }

    private void Add(SopProject project)
    {
        var id = ProjectId.CreateNewId(project.Name);
        Solution = Solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            project.Name,
            project.Name,
            LanguageNames.CSharp,
            filePath: ProjectOptions.PathOf(project.Name + ".csproj"),
            compilationOptions: SopCompilation.CompilationOptions,
            parseOptions: SopCompilation.ParseOptionsOf(project),
            metadataReferences: SopCompilation.ReferencesOf(project),
            analyzerReferences: [new GeneratorReference(_tooling)]));
        foreach (var file in project.Sources)
        {
            Solution = Solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file.Name), Text(file.Text), FoldersOf(file.Name), ProjectOptions.PathOf(file.Name));
        }

        foreach (var file in project.AdditionalFiles)
        {
            Solution = Solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(file.Name), Text(file.Text), FoldersOf(file.Name), ProjectOptions.PathOf(file.Name));
        }

        Solution = Solution
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", Text(ProjectOptions.GlobalConfig(project)), filePath: ProjectOptions.PathOf(".globalconfig"))
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", Text(project.EditorConfig), filePath: ProjectOptions.PathOf(".editorconfig"));
    }

    private static string[] FoldersOf(string name) => name.Split('/')[..^1];

    private static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);

    private sealed class GeneratorReference(Tooling tooling) : AnalyzerReference
    {
        // The workspace looks its generators up by the object.
        private readonly ImmutableArray<ISourceGenerator> _generators = [.. tooling.Generators().Select(generator => generator.AsSourceGenerator())];

        public override string? FullPath => null;

        public override object Id { get; } = new();

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
