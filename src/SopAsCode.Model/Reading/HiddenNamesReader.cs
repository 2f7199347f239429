using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;

namespace SopAsCode.Model.Reading;

/// <summary>
/// Finds names that an SOP writes and that mean something else there: a step named <c>Impact</c> hides the <c>Impact</c> of <c>Impact.Money</c>, and the generated
/// <c>State</c> hides a role with that name. Almost no SOP has something that can hide them, so the source is searched only then.
/// </summary>
internal static class HiddenNamesReader
{
    private static readonly HashSet<string> OfTask = new(StringComparer.Ordinal)
    {
        "CompletedTask", "Delay", "FromCanceled", "FromException", "FromResult", "Run", "WhenAll", "WhenAny", "Yield",
    };

    /// <summary>The hidden names of a class.</summary>
    public static IEnumerable<HiddenName> Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var name in ReservedNames.Written)
        {
            if (HiderOf(type, name) is { } hider && DeclarationsOf(type, cancel).Select(declared => Use(type, declared, name, hider)).FirstOrDefault(use => use is not null) is { } written)
            {
                yield return Hidden(name, written, hider);
            }
        }

        if (type.GetMembers("Fallback").FirstOrDefault() is { } fallback && DeclarationsOf(type, cancel).Any(declared => AttributesIn(declared).Any(NamesFallback)))
        {
            yield return Hidden("Fallback", "Fallback", fallback);
        }

        foreach (var name in ReservedNames.Types)
        {
            if (TypeAround(type, name) is { } hidden && DeclarationsOf(type, cancel).Any(declared => AttributesIn(declared).Any(attribute => NamesType(attribute, name))))
            {
                yield return new(name, name, TypeNames.Plain(hidden), IsStep: false);
            }
        }
    }

    private static HiddenName Hidden(string name, string written, ISymbol hider) => new(
        name, written, hider is INamedTypeSymbol { ContainingType: null } type ? TypeNames.Plain(type) : "", hider is IMethodSymbol method && SopSymbols.IsMarked(method));

    // What a name means inside the class, unless it is what the language means by it.
    private static ISymbol? HiderOf(INamedTypeSymbol type, string name)
    {
        if (type.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared) is { } member)
        {
            // A property named like its type does not hide the type.
            return (member as IPropertySymbol)?.Type.Name == name || (member as IFieldSymbol)?.Type.Name == name ? null : member;
        }

        return TypeAround(type, name);
    }

    // A type in the namespace of the class, or the class itself. A using inside the namespace would hide what stands outside of it, so only these are certain.
    private static INamedTypeSymbol? TypeAround(INamedTypeSymbol type, string name)
    {
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (space.GetTypeMembers(name, 0).FirstOrDefault() is { } found)
            {
                return SopSymbols.IsOurs(found, name) || (!SymbolEqualityComparer.Default.Equals(space, type.ContainingNamespace) && HasUsingInside(type)) ? null : found;
            }
        }

        return null;
    }

    private static bool HasUsingInside(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(declared =>
        declared.GetSyntax().Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(space => space.Usings.Count > 0));

    private static string? Use(INamedTypeSymbol type, SyntaxNode declared, string name, ISymbol hider)
    {
        if (name == "Task" && hider is INamedTypeSymbol && declared.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(method => method.ReturnType is IdentifierNameSyntax { Identifier.ValueText: "Task" } && method.AttributeLists.Count > 0))
        {
            return "Task";
        }

        var known = name == "Task" ? null : LanguageOf(type)?.GetTypeByMetadataName($"{SopSymbols.Home}.{name}");
        return declared.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax written && written.Identifier.ValueText == name && IsOfLanguage(access.Name.Identifier.ValueText))
            .Where(access => hider is not INamedTypeSymbol own || own.GetMembers(access.Name.Identifier.ValueText).IsEmpty || access.FirstAncestorOrSelf<AttributeSyntax>() is not null)
            .Select(access => access.ToString())
            .FirstOrDefault();

        bool IsOfLanguage(string member) => known is null ? name == "Task" && OfTask.Contains(member) : !known.GetMembers(member).IsEmpty;
    }

    private static IAssemblySymbol? LanguageOf(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SopSymbols.IsOurs(ancestor, "Sop"))
            {
                return ancestor.ContainingAssembly;
            }
        }

        return null;
    }

    private static IEnumerable<SyntaxNode> DeclarationsOf(INamedTypeSymbol type, CancellationToken cancel) =>
        type.DeclaringSyntaxReferences.Where(declared => !SopSymbols.MayBeOwnOutput(declared.SyntaxTree) || declared.GetSyntax(cancel) is not TypeDeclarationSyntax { AttributeLists.Count: 0 }).Select(declared => declared.GetSyntax(cancel));

    private static IEnumerable<AttributeSyntax> AttributesIn(SyntaxNode declared) => declared.DescendantNodes().OfType<AttributeSyntax>();

    private static bool NamesFallback(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: "Fallback" }) == true;

    private static bool NamesType(AttributeSyntax attribute, string name) => attribute.DescendantNodes().OfType<IdentifierNameSyntax>().Any(written =>
        written.Identifier.ValueText == name && written.Parent is TypeArgumentListSyntax or TypeOfExpressionSyntax);
}
