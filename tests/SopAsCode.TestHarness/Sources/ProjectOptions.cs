using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.TestHarness;

/// <summary>The properties, metadata and <c>.editorconfig</c> of a project, read by the compiler's own reader of such files.</summary>
public sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _set;

    private ProjectOptions(AnalyzerConfigSet set)
    {
        _set = set;
        GlobalOptions = new Options(set.GlobalConfigOptions.AnalyzerOptions);
        Severities = new SeverityOptions(set);
    }

    /// <summary>Where the files of a project pretend to be.</summary>
    public static string Root { get; } = Path.GetFullPath("/team").Replace('\\', '/');

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>The severities that the <c>.editorconfig</c> sets.</summary>
    public SyntaxTreeOptionsProvider Severities { get; }

    /// <summary>The options of a project.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The options.</returns>
    public static ProjectOptions Of(SopProject project) => new(AnalyzerConfigSet.Create<ImmutableArray<AnalyzerConfig>>(
    [
        AnalyzerConfig.Parse(GlobalConfig(project), PathOf(".globalconfig")),
        AnalyzerConfig.Parse(project.GlobalConfig, PathOf("profile.globalconfig")),
        AnalyzerConfig.Parse(project.EditorConfig, PathOf(".editorconfig")),
    ]));

    /// <summary>The full path of a file of a project.</summary>
    /// <param name="name">Its path inside the project.</param>
    /// <returns>The path.</returns>
    public static string PathOf(string name) => $"{Root}/{name}";

    /// <summary>The name of a file inside its project.</summary>
    /// <param name="path">Its full path.</param>
    /// <returns>The name; for a generated file its whole path.</returns>
    public static string NameOf(string? path) => path is null ? "" : path.StartsWith(Root + "/", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : path;

    /// <summary>What a build writes for the compiler: properties and item metadata.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The text of a global config file.</returns>
    public static string GlobalConfig(SopProject project)
    {
        IEnumerable<string> lines =
        [
            "is_global = true",
            .. project.Properties.Select(property => $"build_property.{property.Key} = {property.Value}"),
            .. project.AdditionalFiles.SelectMany(file => file.Metadata
                .Select(entry => $"build_metadata.AdditionalFiles.{entry.Key} = {entry.Value}")
                .Prepend($"[{PathOf(file.Name)}]")),
        ];
        return string.Join('\n', lines) + '\n';
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => OptionsOf(tree.FilePath);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OptionsOf(textFile.Path);

    private Options OptionsOf(string path) => new(_set.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class SeverityOptions(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions.GetValueOrDefault("generated_code") switch
            {
                "true" => GeneratedKind.MarkedGenerated,
                "false" => GeneratedKind.NotGenerated,
                _ => GeneratedKind.Unknown,
            };

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
