using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.TestHarness;

/// <summary>Something a person does between two runs.</summary>
/// <param name="Name">What they do.</param>
/// <param name="Apply">How the project changes.</param>
public sealed record Edit(string Name, Func<SopProject, SopProject> Apply)
{
    /// <summary>Another file is added, or its text changes.</summary>
    public static Edit UnrelatedFile { get; } = new("unrelated file", project => project.With(
        "Unrelated.cs",
        (project.Sources.FirstOrDefault(file => file.Name == "Unrelated.cs")?.Text ?? "namespace Unrelated;\n") + "// more\n"));

    /// <summary>Blank lines above and inside the first SOP.</summary>
    public static Edit Whitespace { get; } = InSop("whitespace", sop => [new(new(sop.SpanStart, 0), "\n\n"), new(new(sop.OpenBraceToken.Span.End, 0), "\n\n")]);

    /// <summary>A comment above and inside the first SOP.</summary>
    public static Edit Comment { get; } = InSop(
        "comment inside an SOP",
        sop => [new(new(sop.SpanStart, 0), "// why\n"), new(new(sop.OpenBraceToken.Span.End, 0), "\n    // how\n")]);

    /// <summary>The body of the first method with a body in the first SOP does the same in other words.</summary>
    public static Edit MethodBody { get; } = InSop("method body", sop =>
    {
        var method = sop.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Body is not null || method.ExpressionBody is not null)
            ?? throw new InvalidOperationException("The SOP has no method with a body.");
        return method.Body is { } body
            ? [new(new(body.OpenBraceToken.Span.End, 0), " ;")]
            : [new(method.ExpressionBody!.Expression.Span, $"({method.ExpressionBody.Expression})")];
    });

    /// <summary>The title in <c>[Sop]</c> of the first SOP changes.</summary>
    public static Edit Title { get; } = InSop("attribute", sop =>
    {
        var title = MarkOf(sop)!.ArgumentList!.Arguments[0].Expression;
        return [new(title.Span, $"\"Edited: \" + {title}")];
    });

    /// <summary>One more SOP, in a file of its own.</summary>
    /// <param name="source">The SOP.</param>
    /// <returns>The edit.</returns>
    public static Edit SopAdded(string source) => new("SOP added", project => project.With("Added.cs", source));

    /// <summary>An SOP is deleted.</summary>
    /// <param name="className">Its class.</param>
    /// <returns>The edit.</returns>
    public static Edit SopRemoved(string className) => InSop("SOP removed", sop => [new(sop.FullSpan, "")], className);

    /// <summary>An MSBuild property changes.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The edit.</returns>
    public static Edit Property(string name = "Unrelated", string value = "1") => new("property", project => project.WithProperty(name, value));

    /// <summary>A preprocessor symbol is defined.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <returns>The edit.</returns>
    public static Edit Symbol(string symbol = "UNRELATED") =>
        new("parse option", project => project with { Symbols = project.Symbols.Add(symbol) });

    /// <summary>An assembly is referenced.</summary>
    /// <param name="reference">The reference; an empty assembly when null.</param>
    /// <returns>The edit.</returns>
    public static Edit ReferenceAdded(MetadataReference? reference = null) => new(
        "reference added",
        project => project.WithReference(reference ?? MetadataReference.CreateFromImage(EmittedAssembly.ImageOf(CSharpCompilation.Create(
            "Other",
            references: UsualReferences.All,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))))));

    /// <summary>An additional file is added or changed.</summary>
    /// <param name="name">The file.</param>
    /// <param name="text">What it says.</param>
    /// <param name="metadata">Its item metadata.</param>
    /// <returns>The edit.</returns>
    public static Edit AdditionalFile(string name, string text, params (string Name, string Value)[] metadata) =>
        new("additional file", project => project.WithAdditionalFile(name, text, metadata));

    /// <summary>Words in a file are replaced by others.</summary>
    /// <param name="old">The words, wherever they stand.</param>
    /// <param name="next">The others.</param>
    /// <returns>The edit.</returns>
    public static Edit Replace(string old, string next) => new($"'{old}' replaced", project => project with
    {
        Sources = [.. project.Sources.Select(file => file with { Text = file.Text.Replace(old, next, StringComparison.Ordinal) })],
    });

    private static Edit InSop(string name, Func<ClassDeclarationSyntax, TextChange[]> changes, string? className = null) => new(name, project =>
    {
        foreach (var file in project.Sources)
        {
            var tree = CSharpSyntaxTree.ParseText(file.Text, SopCompilation.ParseOptionsOf(project));
            var sop = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
                .FirstOrDefault(type => MarkOf(type) is not null && (className is null || type.Identifier.ValueText == className));
            if (sop is not null)
            {
                return project.With(file.Name, tree.GetText().WithChanges(changes(sop)).ToString());
            }
        }

        throw new InvalidOperationException($"There is no SOP {className} to edit.");
    });

    private static AttributeSyntax? MarkOf(ClassDeclarationSyntax type) => type.AttributeLists
        .SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => attribute.Name.ToString() is "Sop" or "SopAttribute" or "SopAsCode.Sop");
}
