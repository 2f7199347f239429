using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SopAsCode.TestHarness;

/// <summary>A source file of a project.</summary>
/// <param name="Name">Its path inside the project.</param>
/// <param name="Text">What it says; may hold marks.</param>
public sealed record SourceFile(string Name, string Text);

/// <summary>An additional file of a project.</summary>
/// <param name="Name">Its path inside the project.</param>
/// <param name="Text">What it says; may hold marks.</param>
/// <param name="Metadata">Its item metadata, as <c>build_metadata.AdditionalFiles.*</c> passes it on.</param>
public sealed record AdditionalFile(string Name, string Text, ImmutableSortedDictionary<string, string> Metadata);

/// <summary>What a build gives the compiler, as data: a test states it, an edit changes it.</summary>
public sealed record SopProject
{
    /// <summary>The file that holds the SOP when a test names none.</summary>
    public const string DefaultFile = "Sop.cs";

    /// <summary>The name of the assembly.</summary>
    public string Name { get; init; } = "Team";

    /// <summary>The source files, in the order in which the compiler gets them.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    /// <summary>The additional files.</summary>
    public ImmutableArray<AdditionalFile> AdditionalFiles { get; init; } = [];

    /// <summary>MSBuild properties that the compiler may see (<c>build_property.*</c>).</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The text of the <c>.editorconfig</c> at the root of the project.</summary>
    public string EditorConfig { get; init; } = "";

    /// <summary>The text of a global config file beside what the build writes, as a profile is one.</summary>
    public string GlobalConfig { get; init; } = "is_global = true\n";

    /// <summary>References beside the framework, the language and Stateless.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Defined preprocessor symbols.</summary>
    public ImmutableArray<string> Symbols { get; init; } = [];

    /// <summary>The language version.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>The source has compiler errors on purpose.</summary>
    public bool IsBroken { get; init; }

    /// <summary>A project with no more than the usual usings.</summary>
    public static SopProject Bare { get; } = new SopProject().With("GlobalUsings.cs", Vocabulary.GlobalUsings);

    /// <summary>A project of one SOP file and the <see cref="Vocabulary"/>.</summary>
    /// <param name="source">The SOP.</param>
    /// <returns>The project.</returns>
    public static SopProject Of(string source) =>
        Bare.With("VocabularyUsings.cs", "global using global::Desk;").With(Vocabulary.File, Vocabulary.Source).With(DefaultFile, source);

    /// <summary>A test may give the SOP alone.</summary>
    /// <param name="source">The SOP.</param>
    public static implicit operator SopProject(string source) => Of(source);

    /// <summary>Adds a file, or gives one another text.</summary>
    /// <param name="name">The file.</param>
    /// <param name="text">What it says.</param>
    /// <returns>The project.</returns>
    public SopProject With(string name, string text)
    {
        var file = new SourceFile(name, text);
        return Sources.FirstOrDefault(source => source.Name == name) is { } old
            ? this with { Sources = Sources.Replace(old, file) }
            : this with { Sources = Sources.Add(file) };
    }

    /// <summary>Takes a file away.</summary>
    /// <param name="name">The file.</param>
    /// <returns>The project.</returns>
    public SopProject Without(string name) => this with { Sources = Sources.RemoveAll(source => source.Name == name) };

    /// <summary>Adds an additional file, or gives one another text.</summary>
    /// <param name="name">The file.</param>
    /// <param name="text">What it says.</param>
    /// <param name="metadata">Its item metadata.</param>
    /// <returns>The project.</returns>
    public SopProject WithAdditionalFile(string name, string text, params (string Name, string Value)[] metadata) => this with
    {
        AdditionalFiles =
        [
            .. AdditionalFiles.Where(file => file.Name != name),
            new(name, text, metadata.ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal)),
        ],
    };

    /// <summary>Sets an MSBuild property.</summary>
    /// <param name="name">The property: <c>SopAsOf</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The project.</returns>
    public SopProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    /// <summary>Adds lines to the <c>.editorconfig</c>.</summary>
    /// <param name="text">Sections and keys.</param>
    /// <returns>The project.</returns>
    public SopProject WithEditorConfig(string text) => this with { EditorConfig = EditorConfig + text + "\n" };

    /// <summary>Adds a global config file.</summary>
    /// <param name="text">All of it.</param>
    /// <returns>The project.</returns>
    public SopProject WithGlobalConfig(string text) => this with { GlobalConfig = text };

    /// <summary>Adds a reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The project.</returns>
    public SopProject WithReference(MetadataReference reference) => this with { References = References.Add(reference) };

    /// <summary>References the assembly that another project builds, generated code included.</summary>
    /// <param name="other">The other project.</param>
    /// <param name="tooling">What builds it; the product when null.</param>
    /// <returns>The project.</returns>
    public SopProject WithReference(SopProject other, Tooling? tooling = null) =>
        WithReference(MetadataReference.CreateFromImage(EmittedAssembly.ImageOf(GeneratorRun.Of(other, tooling).Output)));

    /// <summary>Says that the source has compiler errors on purpose. A test that says so fails when it has none.</summary>
    /// <returns>The project.</returns>
    public SopProject ThatDoesNotCompile() => this with { IsBroken = true };

    /// <summary>Whether the compiler gets the same from both.</summary>
    /// <param name="other">The other project.</param>
    /// <returns>True when it does.</returns>
    public bool SaysTheSameAs(SopProject other) =>
        Sources.SequenceEqual(other.Sources)
        && AdditionalFiles.SequenceEqual(other.AdditionalFiles)
        && ProjectOptions.GlobalConfig(this) == ProjectOptions.GlobalConfig(other)
        && EditorConfig == other.EditorConfig
        && GlobalConfig == other.GlobalConfig
        && References.SequenceEqual(other.References)
        && Symbols.SequenceEqual(other.Symbols, StringComparer.Ordinal)
        && LanguageVersion == other.LanguageVersion
        && Name == other.Name;

    /// <summary>Takes the marks out of all files.</summary>
    /// <returns>The project without marks, and the marks.</returns>
    public (SopProject Plain, ImmutableArray<Mark> Marks) WithoutMarks()
    {
        var sources = Sources.Select(file => Markup.Parse(file.Name, file.Text)).ToList();
        var texts = AdditionalFiles.Select(file => Markup.Parse(file.Name, file.Text)).ToList();
        var plain = this with
        {
            Sources = [.. Sources.Select((file, i) => file with { Text = sources[i].Source })],
            AdditionalFiles = [.. AdditionalFiles.Select((file, i) => file with { Text = texts[i].Source })],
        };
        return (plain, [.. sources.Concat(texts).SelectMany(markup => markup.Marks)]);
    }
}
