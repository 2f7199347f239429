using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads the method that a schedule asks for the inputs of runs.</summary>
internal static class EachReader
{
    /// <summary>Adds what the class says about the method.</summary>
    public static EachModel Read(INamedTypeSymbol type, EachModel each, ITypeSymbol? input)
    {
        var methods = type.GetMembers(each.Method.Name).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).ToList();
        var asked = methods.Find(method => CanBeAsked(method, input));
        return each with { Exists = methods.Count > 0, CanBeAsked = asked is not null, TakesCancellation = asked?.Parameters.Length == 1 };
    }

    private static bool CanBeAsked(IMethodSymbol method, ITypeSymbol? input) =>
        method is { IsStatic: false, Arity: 0, IsPartialDefinition: false, Parameters.Length: <= 1 }
        && !SopSymbols.IsMarked(method)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && MethodReader.Parameter(parameter).Role == ParameterRole.Cancellation)
        && Inside(method.ReturnType, "Task", "System.Threading.Tasks") is { } list
        && Inside(list, "IReadOnlyList", "System.Collections.Generic") is { } element
        && SymbolEqualityComparer.Default.Equals(element, input);

    private static ITypeSymbol? Inside(ITypeSymbol type, string name, string space) =>
        type is INamedTypeSymbol { Arity: 1, ContainingType: null } named && named.Name == name && named.ContainingNamespace.ToDisplayString() == space ? named.TypeArguments[0] : null;
}
