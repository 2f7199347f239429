using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Makes a condition static if it reads nothing of its instance.</summary>
internal static class MakeStatic
{
    public static SyntaxChange? Offer(FixPlace place, SyntaxNode node, CancellationToken cancel)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.SealedKeyword)
            || Methods.ImplementsSomething(place.Model.GetDeclaredSymbol(method, cancel))
            || ReadsInstance(place.Model, method, cancel))
        {
            return null;
        }

        return new($"Make '{method.Identifier.ValueText}' static", FixNames.MakeStatic, editor =>
            editor.ReplaceNode(method, (current, _) => Modifiers.WithStatic((MethodDeclarationSyntax)current)));
    }

    private static bool ReadsInstance(SemanticModel model, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        var own = model.GetDeclaredSymbol(method, cancel);
        foreach (var node in method.DescendantNodes())
        {
            var reads = node switch
            {
                InstanceExpressionSyntax => true,
                SimpleNameSyntax { Parent: not (MemberAccessExpressionSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax) } name => IsOfInstance(name),
                SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Expression == name => IsOfInstance(name),
                _ => false,
            };
            if (reads)
            {
                return true;
            }
        }

        return false;

        bool IsOfInstance(SimpleNameSyntax name) => model.GetSymbolInfo(name, cancel).Symbol switch
        {
            // A parameter of the primary constructor, which lives as long as the instance.
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
            { Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Event or SymbolKind.Method, IsStatic: false, ContainingType: { } home } =>
                IsAround(home, own?.ContainingType) && !IsInPattern(name),
            _ => false,
        };
    }

    private static bool IsAround(INamedTypeSymbol home, INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, home.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    // { Urgency: 1 } and new() { Urgency = 1 } name a member of something else.
    private static bool IsInPattern(SimpleNameSyntax name) =>
        name.Parent is NameColonSyntax || (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name);
}
