using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the place in the source that a <see cref="DeclarationPlace"/> means.</summary>
public static class PlaceLocator
{
    /// <summary>Finds a place.</summary>
    /// <param name="type">The class that declares the SOP.</param>
    /// <param name="site">The place.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>The smallest span that contains it; the name of the class when the source has changed since then.</returns>
    public static Location Locate(INamedTypeSymbol type, DeclarationPlace site, CancellationToken cancel)
    {
        ISymbol? symbol = site.Member is null ? type : FindMember(type, site);
        if (symbol is null)
        {
            return NameOf(type, cancel);
        }

        return site.Part switch
        {
            PlacePart.Attribute => OfAttribute(symbol, site, cancel),
            PlacePart.Input => OfInput(type, cancel),
            PlacePart.Body => OfBody(symbol, site, cancel),
            PlacePart.ReturnType => DeclarationOf(symbol, cancel) is MethodDeclarationSyntax method ? method.ReturnType.GetLocation() : null,
            PlacePart.Parameter => DeclarationOf(symbol, cancel) is MethodDeclarationSyntax method && site.Index < method.ParameterList.Parameters.Count
                ? method.ParameterList.Parameters[site.Index].GetLocation()
                : null,
            _ => null,
        } ?? NameOf(symbol, cancel);
    }

    private static ISymbol? FindMember(INamedTypeSymbol type, DeclarationPlace site)
    {
        var number = 0;
        foreach (var member in type.GetMembers(site.Member!))
        {
            if (site.Part == PlacePart.Body)
            {
                if (number++ == site.Overload)
                {
                    return member;
                }

                continue;
            }

            if (site.Part == PlacePart.Unmarked)
            {
                if (ClassReader.IsOther(member))
                {
                    return member;
                }

                continue;
            }

            if (member is IMethodSymbol method && SopSymbols.IsMarked(method) && number++ == site.Overload)
            {
                return method;
            }

            if (member is IPropertySymbol && site.Part == PlacePart.Attribute)
            {
                return member;
            }
        }

        return null;
    }

    private static Location? OfBody(ISymbol symbol, DeclarationPlace site, CancellationToken cancel)
    {
        var declared = symbol is IMethodSymbol { PartialImplementationPart: { } body } ? body.DeclaringSyntaxReferences : symbol.DeclaringSyntaxReferences;
        foreach (var reference in declared)
        {
            var span = new TextSpan(reference.Span.Start + site.Index, site.Piece?.Length ?? 0);
            if (reference.Span.Contains(span) && reference.SyntaxTree.GetText(cancel).ToString(span) == site.Piece)
            {
                return Location.Create(reference.SyntaxTree, span);
            }
        }

        return null;
    }

    private static Location? OfAttribute(ISymbol symbol, DeclarationPlace site, CancellationToken cancel)
    {
        var attributes = symbol.GetAttributes();
        if (site.Index >= attributes.Length
            || attributes[site.Index].ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax syntax)
        {
            return null;
        }

        if (site.Argument is not null && FindArgument(attributes[site.Index], syntax, site.Argument) is { } argument)
        {
            return OfPiece(argument.Expression, site);
        }

        return OfPiece(syntax, site);
    }

    // A piece that the source writes in another form, such as with escapes, is not found; the whole text is then marked.
    private static Location OfPiece(SyntaxNode node, DeclarationPlace site)
    {
        if (site.Piece is { Length: > 0 } piece && node.ToString().IndexOf(piece, StringComparison.Ordinal) is >= 0 and var at)
        {
            return Location.Create(node.SyntaxTree, new(node.SpanStart + at, piece.Length));
        }

        return node.GetLocation();
    }

    private static Location? OfInput(INamedTypeSymbol type, CancellationToken cancel) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancel))
        .OfType<ClassDeclarationSyntax>()
        .SelectMany(declaration => declaration.BaseList?.Types ?? [])
        .Select(written => written.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault())
        .FirstOrDefault(name => name is { Identifier.ValueText: "Sop", TypeArgumentList.Arguments.Count: 1 })?
        .TypeArgumentList.Arguments[0].GetLocation();

    private static AttributeArgumentSyntax? FindArgument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        if (syntax.ArgumentList is not { } list)
        {
            return null;
        }

        var position = 0;
        foreach (var parameter in attribute.AttributeConstructor?.Parameters ?? [])
        {
            if (parameter.Name == name)
            {
                break;
            }

            position++;
        }

        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var isNamed = argument.NameEquals?.Name.Identifier.ValueText == name || argument.NameColon?.Name.Identifier.ValueText == name;
            if (isNamed || (argument.NameEquals is null && argument.NameColon is null && i == position))
            {
                return argument;
            }
        }

        return null;
    }

    private static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancel) =>
        symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax(cancel);

    private static Location NameOf(ISymbol symbol, CancellationToken cancel)
    {
        if (symbol is INamedTypeSymbol type)
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (SopSymbols.IsOurs(attribute, "SopAttribute")
                    && attribute.ApplicationSyntaxReference?.GetSyntax(cancel).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } marked)
                {
                    return marked.Identifier.GetLocation();
                }
            }
        }

        return symbol.Locations.IsEmpty ? Location.None : symbol.Locations[0];
    }
}
