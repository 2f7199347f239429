using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.App.Tests.Harness;

/// <summary>The program of the small team, compiled again after somebody changed an SOP.</summary>
internal static class ChangedProgram
{
    private const string Name = "SopAsCode.App.SmallTeam";

    /// <summary>Compiles it.</summary>
    /// <param name="folder">Where it goes; everything else there is that of the program as it was.</param>
    /// <param name="change">What somebody changes in the file of SOPs.</param>
    /// <returns>The path of the program.</returns>
    public static string Compile(string folder, Func<string, string> change)
    {
        var was = Path.GetDirectoryName(Office.Program)!;
        var sources = Path.Combine(Example.RepositoryRoot, "tests", Name);
        var changed = change(File.ReadAllText(Path.Combine(sources, "Sops.cs")));
        var project = (SopProject.Bare with { Name = Name })
            .WithProperty("RootNamespace", Name)
            .With("MoreUsings.cs", "global using System.IO;\nglobal using System.Net.Http;\n")
            .With("Sops.cs", changed)
            .With("FilePost.cs", File.ReadAllText(Path.Combine(sources, "FilePost.cs")))
            .With("Program.cs", File.ReadAllText(Path.Combine(sources, "Program.cs")));
        project = Directory.GetFiles(was, "SopAsCode.*.dll").Where(file => Path.GetFileName(file) != Name + ".dll")
            .Aggregate(project, (with, file) => with.WithReference(MetadataReference.CreateFromFile(file)));
        var output = GeneratorRun.Of(project).Output;
        var image = EmittedAssembly.ImageOf(output.WithOptions(output.Options.WithOutputKind(OutputKind.ConsoleApplication)));

        Directory.CreateDirectory(folder);
        foreach (var entry in Directory.GetFileSystemEntries(was))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(entry)), entry);
        }

        var program = Path.Combine(folder, Name + ".dll");
        File.Delete(program);
        File.WriteAllBytes(program, [.. image]);
        return program;
    }
}
