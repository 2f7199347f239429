using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>Grants as they are written.</summary>
internal static class GrantSyntax
{
    /// <summary>Whether an attribute is a grant that compiles. Most attributes of an assembly are none of ours: only those that look like it are bound.</summary>
    public static bool IsGrant(SemanticModel model, AttributeSyntax attribute, CancellationToken cancel) =>
        TypesOf(attribute) is not null
        && SopSymbols.IsOurs(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType, "GrantAttribute");

    /// <summary>What the grant is: <c>The grant for 'SupportTriage' to write to 'Helpdesk'</c>.</summary>
    public static string Describe(SemanticModel model, AttributeSyntax grant, CancellationToken cancel)
    {
        var types = TypesAt(model, grant, cancel).Select(type => type?.Name).ToList();
        return $"The grant for '{types[0]}' to write to '{types[1]}'";
    }

    /// <summary>The SOP and the tool that a grant names.</summary>
    public static IEnumerable<ITypeSymbol?> TypesAt(SemanticModel model, AttributeSyntax grant, CancellationToken cancel) =>
        TypesOf(grant)!.Arguments.Select(type => model.GetTypeInfo(type, cancel).Type);

    // A grant under an alias has no type arguments of its own; nobody writes one.
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
