using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Projects that reference each other; the first one brings the vocabulary.</summary>
internal static class Across
{
    /// <summary>A project that references others, which bring its words.</summary>
    public static SopProject Of(string name, string source, params MetadataReference[] references) => references.Aggregate(
        SopProject.Bare with { Name = name },
        (project, reference) => project.WithReference(reference)).With("VocabularyUsings.cs", "global using global::Desk;").With(SopProject.DefaultFile, source);

    /// <summary>What others see of a project: its assembly, or only the reference assembly.</summary>
    public static MetadataReference Image(SopProject project, bool isReferenceAssembly = true)
    {
        using var image = new MemoryStream();
        var result = GeneratorRun.Of(project).Output.Emit(image, options: isReferenceAssembly ? new EmitOptions(metadataOnly: true, includePrivateMembers: false) : null);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
