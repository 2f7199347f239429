using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>States how sensitive a record is, at the declaration of the record. The person who applies the fix chooses the class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDataClass)), Shared]
public sealed class AddDataClass() : ChoiceFix(FixNames.AddDataClass)
{
    // The class of most records in a prompt comes first, and the class that lets data go anywhere comes last.
    private static readonly DataClass[] Classes = [DataClass.Personal, DataClass.Internal, DataClass.Confidential, DataClass.Secret, DataClass.Public];

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.ValueKey, out var record)
            || place.StepAt(diagnostic) is not { } method
            || method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Span.Contains(diagnostic.Location.SourceSpan)) is not { } parameter
            || place.Model.GetDeclaredSymbol(parameter, cancel)?.Type is not { } type
            || RecordIn(type, record, 0) is not { } found
            || Declaration(place, found, cancel) is not { } declaration)
        {
            return [];
        }

        return Classes.Select(dataClass => Offer(declaration.Place, declaration.Type, dataClass, cancel));
    }

    private static FixOffer Offer(FixPlace place, TypeDeclarationSyntax type, DataClass dataClass, CancellationToken cancel) => new(
        $"Mark '{type.Identifier.ValueText}' as {dataClass.ToString().ToLowerInvariant()}",
        nameof(AddDataClass) + dataClass,
        [AttributeText.Add(place, type, "Data", $"({LocalSyntax.Type(place.Model, type.SpanStart, "DataClass")}.{dataClass})", cancel)]);

    // The record itself, or the record in a list.
    private static ITypeSymbol? RecordIn(ITypeSymbol type, string? record, int depth)
    {
        const int deepest = 5;
        if (type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == record)
        {
            return type;
        }

        return depth > deepest ? null
            : type is IArrayTypeSymbol array ? RecordIn(array.ElementType, record, depth + 1)
            : type is INamedTypeSymbol named ? named.TypeArguments.Select(inner => RecordIn(inner, record, depth + 1)).FirstOrDefault(inner => inner is not null)
            : null;
    }

    private static (FixPlace Place, TypeDeclarationSyntax Type)? Declaration(FixPlace place, ITypeSymbol type, CancellationToken cancel)
    {
        foreach (var reference in type.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (!SopSymbols.IsGenerated(reference.SyntaxTree)
                && place.Document.Project.Solution.GetDocument(reference.SyntaxTree) is { } document
                && reference.GetSyntax(cancel) is TypeDeclarationSyntax declaration and not InterfaceDeclarationSyntax
                && document.Project.Id == place.Document.Project.Id)
            {
                return (new(document, reference.SyntaxTree.GetRoot(cancel), place.Model.Compilation.GetSemanticModel(reference.SyntaxTree)), declaration);
            }
        }

        return null;
    }
}
