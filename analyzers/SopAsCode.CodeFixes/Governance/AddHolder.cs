using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// States in the policy who holds a role. In a small team this is often somebody who holds another role, so there is one offer
/// per person in the policy, and one line to fill in. A policy of another assembly must be changed there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHolder)), Shared]
public sealed class AddHolder() : ChoiceFix(FixNames.AddHolder)
{
    private const int Most = 5;

    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.AttributeAt(diagnostic) is not { } attribute
            || place.Model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType.TypeArguments.FirstOrDefault() is not INamedTypeSymbol role
            || !SopSymbols.DerivesFrom(role, "Role")
            || PolicyReader.Find(place.Model.Compilation.Assembly) is not { } policy
            || PolicyReader.Read(place.Model.Compilation.Assembly) is not { } model
            || DeclarationOf(place, policy, cancel) is not { } at)
        {
            yield break;
        }

        var people = model.Holders.Select(holder => holder.Person).Where(person => !PlaceholderText.Is(person)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var person in people.Take(Most))
        {
            yield return new($"Let {person} hold {role.Name}", nameof(AddHolder) + person, [Edit(at.Place, at.Type, role, person, cancel)]);
        }

        yield return new($"Add a holder of {role.Name} to fill in", nameof(AddHolder), [Edit(at.Place, at.Type, role, ToFillIn, cancel)]);
    }

    private static TextEdit Edit(FixPlace place, ClassDeclarationSyntax policy, INamedTypeSymbol role, string person, CancellationToken cancel)
    {
        var text = SymbolDisplay.FormatLiteral(person, quote: true);
        return Unsaid(place, policy, role, cancel) is { } expression
            ? new(place.Document.Id, new(expression.Span, text))
            : AttributeText.Add(place, policy, "Holder", $"<{LocalSyntax.Type(place.Model, policy.SpanStart, role)}>({text})", cancel);
    }

    // A <c>[Holder]</c> of the role that names nobody yet.
    private static ExpressionSyntax? Unsaid(FixPlace place, ClassDeclarationSyntax policy, INamedTypeSymbol role, CancellationToken cancel) => policy.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => place.Model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType is { } type
            && SopSymbols.IsOurs(type, "HolderAttribute")
            && SymbolEqualityComparer.Default.Equals(type.TypeArguments.FirstOrDefault(), role))
        .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
        .FirstOrDefault(expression => expression is not null);

    private static (FixPlace Place, ClassDeclarationSyntax Type)? DeclarationOf(FixPlace place, INamedTypeSymbol policy, CancellationToken cancel)
    {
        foreach (var reference in policy.DeclaringSyntaxReferences.Where(reference => !SopSymbols.IsGenerated(reference.SyntaxTree)))
        {
            if (place.Document.Project.GetDocument(reference.SyntaxTree) is { } document
                && reference.GetSyntax(cancel) is ClassDeclarationSyntax type
                && place.Model.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                return (new(document, reference.SyntaxTree.GetRoot(cancel), place.Model.Compilation.GetSemanticModel(reference.SyntaxTree)), type);
            }
        }

        return null;
    }
}
