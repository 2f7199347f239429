using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.TestHarness;

/// <summary>The properties, metadata and <c>.editorconfig</c> of a project, read by the compiler's own reader of such files.</summary>
public sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    // As the compiler does, the settings of a file are put together once.
    private readonly ConcurrentDictionary<string, Options> _options = new(StringComparer.Ordinal);
    private readonly Func<string, Options> _read;

    private ProjectOptions(AnalyzerConfigSet set)
    {
        _read = path => new(set.GetOptionsForSourcePath(path));
        GlobalOptions = new Options(set.GlobalConfigOptions);
        Severities = new SeverityOptions(OptionsOf, set.GlobalConfigOptions);
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

    private Options OptionsOf(string path) => _options.GetOrAdd(path, _read);

    private sealed class Options(AnalyzerConfigOptionsResult result) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => result.AnalyzerOptions.Keys;

        public ImmutableDictionary<string, ReportDiagnostic> Severities => result.TreeOptions;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => result.AnalyzerOptions.TryGetValue(key, out value);
    }

    private sealed class SeverityOptions(Func<string, Options> of, AnalyzerConfigOptionsResult global) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            of(tree.FilePath).TryGetValue("generated_code", out var said) && said is "true" ? GeneratedKind.MarkedGenerated
            : said is "false" ? GeneratedKind.NotGenerated
            : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            of(tree.FilePath).Severities.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            global.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
