using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>SOPs that name each other, directly or through others, with everything of their project that is no SOP.</summary>
internal sealed class Neighbourhood
{
    private readonly HashSet<string> _files;

    private Neighbourhood(SopProject project, HashSet<string> files) => (Project, _files) = (project, files);

    /// <summary>The project, without all other SOPs and what is said of them.</summary>
    public SopProject Project { get; }

    /// <summary>All SOPs of a project.</summary>
    public static Neighbourhood WholeOf(SopProject project) => new(project, []);

    /// <summary>The neighbourhoods of a project, which share no SOP.</summary>
    public static IReadOnlyList<Neighbourhood> In(SopProject project)
    {
        var sops = project.Sources.Select(Sop.Of).OfType<Sop>().ToList();
        var left = sops.ToList();
        List<Neighbourhood> all = [];
        while (left.Count > 0)
        {
            List<Sop> together = [left[0]];
            for (var i = 0; i < together.Count; i++)
            {
                together.AddRange(left.Where(other => !together.Contains(other) && together[i].Knows(other)));
            }

            left.RemoveAll(together.Contains);
            all.Add(new(Part(project, [.. sops.Except(together)], [.. sops.Select(sop => sop.File)]), [.. together.Select(sop => sop.File)]));
        }

        return all;
    }

    /// <summary>Whether a file is one of its SOPs.</summary>
    public bool Has(string file) => _files.Contains(file);

    private static SopProject Part(SopProject project, List<Sop> others, HashSet<string> sops)
    {
        var names = others.Select(sop => sop.Name).ToHashSet(StringComparer.Ordinal);
        var files = others.Select(sop => sop.File).ToHashSet(StringComparer.Ordinal);
        return project with { Sources = [.. project.Sources.Where(source => !files.Contains(source.Name)).Select(source => sops.Contains(source.Name) ? source : source with { Text = WithoutSaying(source.Text, names) })] };
    }

    // Grants stand beside no class: those of other SOPs go with them.
    private static string WithoutSaying(string source, HashSet<string> names)
    {
        var lists = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().AttributeLists
            .Where(list => list.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)));
        return SourceText.From(source).WithChanges(lists.Select(list => new TextChange(list.FullSpan, ""))).ToString();
    }

    private sealed record Sop(string File, string Name, HashSet<string> Names)
    {
        public static Sop? Of(SourceFile source)
        {
            var root = CSharpSyntaxTree.ParseText(source.Text).GetCompilationUnitRoot();
            var type = root.DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(type => type.AttributeLists.SelectMany(list => list.Attributes).Any(mark => mark.Name.ToString() == "Sop"));
            return type is null ? null : new(source.Name, type.Identifier.ValueText, [.. root.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText)]);
        }

        public bool Knows(Sop other) => Names.Contains(other.Name) || other.Names.Contains(Name);
    }
}
