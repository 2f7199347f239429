using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the code that says what a member of a data type holds. Only code of the own project is read, as a build has no other.</summary>
internal static class MemberCode
{
    /// <summary>The bodies and initializers of a member; empty where nothing is computed.</summary>
    public static IEnumerable<IOperation> Of(ISymbol member)
    {
        if ((member.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is not { } compilation)
        {
            yield break;
        }

        foreach (var declared in (member is IMethodSymbol { PartialImplementationPart: { } body } ? body : member).DeclaringSyntaxReferences)
        {
            foreach (var node in CodeOf(declared.GetSyntax()))
            {
                if (compilation.ContainsSyntaxTree(node.SyntaxTree) && compilation.GetSemanticModel(node.SyntaxTree).GetOperation(node) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }

    /// <summary>The values that code gives back. What lambdas and local functions in it give back stays inside.</summary>
    public static IEnumerable<IOperation> ReturnedBy(IOperation code)
    {
        if (code is ISymbolInitializerOperation initializer)
        {
            yield return initializer.Value;
            yield break;
        }

        Stack<IOperation> open = new([code]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }
            else if (next == code || next is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in next.ChildOperations)
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>The properties that hold what a constructor is given: the one of a positional parameter, else those that begin with it.</summary>
    public static IReadOnlyList<IPropertySymbol> HoldersOf(IParameterSymbol parameter)
    {
        List<IPropertySymbol> properties = [.. parameter.ContainingType.GetMembers().OfType<IPropertySymbol>()];
        return properties.FindAll(property => property.Name == parameter.Name && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax) is { Count: > 0 } positional
            ? positional
            : properties.FindAll(property => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax name } && name.Identifier.ValueText == parameter.Name);
    }

    private static IEnumerable<SyntaxNode> CodeOf(SyntaxNode declared) => declared switch
    {
        PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
        PropertyDeclarationSyntax property =>
        [
            .. (property.AccessorList?.Accessors ?? []).Where(accessor => accessor.Keyword.ValueText == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null)),
            .. property.Initializer is { Value: not LiteralExpressionSyntax } initializer ? [initializer] : Array.Empty<SyntaxNode>(),
        ],
        VariableDeclaratorSyntax { Initializer: { } initializer } => [initializer],
        MethodDeclarationSyntax { Body: null, ExpressionBody: null } => [],
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax => [declared],
        _ => [],
    };
}
