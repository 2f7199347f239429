using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.CodeFixes;

/// <summary>Writes the line of a grant.</summary>
/// <param name="names">How names are written in the file.</param>
/// <param name="lineBreak">The text before the reason; null for one line.</param>
internal delegate string GrantLine(GrantNames names, string? lineBreak);

/// <summary>The file of a project that holds its grants, separate from the SOPs, so that asking and granting are two reviews.</summary>
internal static class GrantsFile
{
    /// <summary>Its name.</summary>
    public const string Name = "Grants.cs";

    /// <summary>The file of a project; null when there is none yet.</summary>
    public static Document? Of(Project project) => project.Documents.Where(document => document.Name == Name).OrderBy(document => document.Folders.Count).FirstOrDefault();

    /// <summary>
    /// Whether it is there or can be made. A command line such as <c>dotnet format</c> names each new file in the project file, where a project of the SDK has it
    /// already, and then nothing builds any more.
    /// </summary>
    public static bool CanHold(Project project) => Of(project) is not null || project.Solution.Workspace.Kind != WorkspaceKind.MSBuild;

    /// <summary>Appends grants that are missing.</summary>
    public static Task<Solution> AppendAsync(Project project, IReadOnlyList<WantedGrant> grants, CancellationToken cancel) =>
        AppendAsync(project, [.. grants.Select(grant => new GrantLine((names, lineBreak) => names.Line(grant, lineBreak)))], cancel);

    /// <summary>Appends grants in the style of the last one; creates the file if there is none.</summary>
    public static async Task<Solution> AppendAsync(Project project, IReadOnlyList<GrantLine> grants, CancellationToken cancel)
    {
        var document = Of(project);
        var text = document is null ? SourceText.From("", Encoding.UTF8) : await document.GetTextAsync(cancel).ConfigureAwait(false);
        var compilation = await project.GetCompilationAsync(cancel).ConfigureAwait(false);
        var tree = document is null ? null : await document.GetSyntaxTreeAsync(cancel).ConfigureAwait(false);
        if (tree is null)
        {
            tree = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)project.ParseOptions!, Name, cancel);
            compilation = compilation!.AddSyntaxTrees(tree);
        }

        var changed = With(compilation!, tree, grants, isSpelledOut: false, cancel);
        if (ErrorsIn(compilation!, tree, changed, cancel) > ErrorsIn(compilation!, tree, text, cancel))
        {
            changed = With(compilation!, tree, grants, isSpelledOut: true, cancel);
        }

        return document is null
            ? project.AddDocument(Name, changed).Project.Solution
            : document.WithText(changed).Project.Solution;
    }

    private static SourceText With(Compilation compilation, SyntaxTree tree, IReadOnlyList<GrantLine> grants, bool isSpelledOut, CancellationToken cancel)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancel);
        var text = tree.GetText(cancel);
        var names = new GrantNames(compilation.GetSemanticModel(tree), root.EndOfFileToken.SpanStart, isSpelledOut);
        var end = text.Length == 0 ? "\n" : LocalSyntax.EndOfLine(text);
        var last = root.AttributeLists.LastOrDefault(list => list.Attributes.Any(GrantNames.LooksLikeGrant));
        var lines = grants.Select(grant => grant(names, BreakIn(last, text, end))).ToList();

        List<TextChange> changes = [.. UsingLines(root, names.Usings, end)];
        var above = last ?? root.AttributeLists.LastOrDefault();
        if (above is not null)
        {
            changes.Add(new(new(above.Span.End, 0), string.Concat(lines.Select(line => end + line))));
        }
        else
        {
            var at = root.Usings.Count > 0 ? root.Usings.Last().FullSpan.End : 0;
            var gap = root.Usings.Count > 0 || names.Usings.Count > 0 ? end : "";
            changes.Add(new(new(at, 0), gap + string.Concat(lines.Select(line => line + end)) + (root.Members.Count > 0 ? end : "")));
        }

        return text.WithChanges(changes.OrderBy(change => change.Span.Start));
    }

    // A grant over several lines has its reason on a line of its own.
    private static string? BreakIn(AttributeListSyntax? last, SourceText text, string end)
    {
        if (last is null || text.Lines.IndexOf(last.SpanStart) == text.Lines.IndexOf(last.Span.End))
        {
            return null;
        }

        var second = text.Lines[text.Lines.IndexOf(last.SpanStart) + 1].ToString();
        return end + second.Substring(0, second.Length - second.TrimStart().Length);
    }

    private static IEnumerable<TextChange> UsingLines(CompilationUnitSyntax root, IReadOnlyList<string> names, string end)
    {
        foreach (var at in names.OrderBy(name => name, StringComparer.Ordinal).GroupBy(name => PositionOf(root, name)))
        {
            yield return new(new(at.Key, 0), string.Concat(at.Select(name => $"using {name};{end}")));
        }
    }

    private static int PositionOf(CompilationUnitSyntax root, string name)
    {
        var before = root.Usings.Where(other => other.Alias is null && string.CompareOrdinal(other.Name?.ToString(), name) < 0).LastOrDefault();
        return before?.FullSpan.End ?? root.Usings.FirstOrDefault()?.SpanStart ?? 0;
    }

    private static int ErrorsIn(Compilation compilation, SyntaxTree tree, SourceText text, CancellationToken cancel)
    {
        var changed = tree.WithChangedText(text);
        return compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed)
            .GetDiagnostics(cancellationToken: cancel)
            .Count(found => found.Severity == DiagnosticSeverity.Error);
    }
}
