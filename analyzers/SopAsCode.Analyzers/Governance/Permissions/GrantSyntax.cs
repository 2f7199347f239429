using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Grants as they are written.</summary>
internal static class GrantSyntax
{
    /// <summary>Whether an attribute is a grant that compiles. Most attributes of an assembly are none of ours: only those that look like it are bound.</summary>
    public static bool IsGrant(SemanticModel model, AttributeSyntax attribute, CancellationToken cancel) =>
        (NamesTypes(attribute) || DatesOf(attribute).Any())
        && SopSymbols.IsOurs(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType, "GrantAttribute");

    /// <summary>Whether the types that it is about stand in it: not so under an alias.</summary>
    public static bool NamesTypes(AttributeSyntax grant) => TypesOf(grant) is not null;

    /// <summary>Where its dates stand.</summary>
    public static IEnumerable<AttributeArgumentSyntax> DatesOf(AttributeSyntax grant) =>
        grant.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText is "On" or "Until") ?? [];

    /// <summary>What one of its settings is set to; null when it is not there.</summary>
    public static ExpressionSyntax? Argument(AttributeSyntax grant, string name) =>
        grant.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>Whether nothing in it is being typed: it parses, and its types are there.</summary>
    public static bool IsComplete(SemanticModel model, AttributeSyntax grant, CancellationToken cancel) =>
        !grant.ContainsDiagnostics && !TypesAt(model, grant, cancel).Any(type => type is null or IErrorTypeSymbol);

    /// <summary>What the grant is: <c>The grant for 'SupportTriage' to write to 'Helpdesk'</c>.</summary>
    public static string Describe(SemanticModel model, AttributeSyntax grant, CancellationToken cancel)
    {
        var types = TypesAt(model, grant, cancel).Select(type => type?.Name).ToList();
        return $"The grant for '{types[0]}' to write to '{types[1]}'";
    }

    /// <summary>The SOP and the tool that a grant names.</summary>
    public static IEnumerable<ITypeSymbol?> TypesAt(SemanticModel model, AttributeSyntax grant, CancellationToken cancel) =>
        TypesOf(grant)!.Arguments.Select(type => model.GetTypeInfo(type, cancel).Type);

    private static TypeArgumentListSyntax? TypesOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is GenericNameSyntax { TypeArgumentList: { Arguments.Count: 2 } types } ? types : null;
    }
}
