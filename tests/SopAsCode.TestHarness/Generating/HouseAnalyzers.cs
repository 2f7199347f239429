using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.TestHarness;

/// <summary>The analyzers that this repository is built with: the SDK's, Meziantou's and Roslynator's.</summary>
internal static partial class HouseAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = Load();

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        var paths = SourcePath.BuiltWith("HouseAnalyzers").Split('|').Select(ForThisCompiler).ToList();
        var context = new AnalyzerContext(paths);
        return
        [
            .. paths.SelectMany(path => context.LoadFromAssemblyPath(path).GetTypes())
                .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
        ];
    }

    // A package has one folder for each compiler from which it can be used; the build chose by its own compiler, which is newer than the one here.
    private static string ForThisCompiler(string path)
    {
        if (VersionFolder().Match(path) is not { Success: true } folder)
        {
            return path;
        }

        var compiler = typeof(Compilation).Assembly.GetName().Version!;
        var parent = path[..folder.Index];
        var best = Directory.GetDirectories(parent, "roslyn*")
            .Select(directory => (Name: Path.GetFileName(directory), Version: Version.Parse(Path.GetFileName(directory)["roslyn".Length..])))
            .Where(candidate => candidate.Version <= compiler)
            .MaxBy(candidate => candidate.Version);
        return parent + best.Name + path[(folder.Index + folder.Length)..];
    }

    [GeneratedRegex(@"(?<=[/\\])roslyn[0-9]+\.[0-9]+(?=[/\\])", RegexOptions.None, 1000)]
    private static partial Regex VersionFolder();

    // The compiler is the one of the tests; what lies beside an analyzer belongs to it.
    private sealed class AnalyzerContext(List<string> paths) : AssemblyLoadContext("house analyzers")
    {
        private readonly string[] _folders = [.. paths.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal)];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name is null || assemblyName.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp")
            {
                return null;
            }

            var beside = _folders.Select(folder => Path.Combine(folder, assemblyName.Name + ".dll")).FirstOrDefault(File.Exists);
            return beside is null ? null : LoadFromAssemblyPath(beside);
        }
    }
}
