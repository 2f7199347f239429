using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Benchmarks.Generating;

/// <summary>The least that any generator for SOPs must do: bind the attributes of each class and its methods, and keep a small value.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var counts = context.SyntaxProvider.ForAttributeWithMetadataName(
            "SopAsCode.SopAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, _) => (found.TargetSymbol.Name, Count: CountIn((INamedTypeSymbol)found.TargetSymbol)));
        context.RegisterSourceOutput(counts, static (output, sop) => output.AddSource($"{sop.Name}.g.cs", $"// {sop.Count} attributes"));
    }

    private static int CountIn(INamedTypeSymbol type)
    {
        var count = type.GetAttributes().Length;
        foreach (var member in type.GetMembers())
        {
            count += member is IMethodSymbol ? member.GetAttributes().Length : 0;
        }

        return count;
    }
}
