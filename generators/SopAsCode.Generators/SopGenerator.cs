using Microsoft.CodeAnalysis;

namespace SopAsCode.Generators;

/// <summary>Compiles each class with <c>[Sop]</c> into its machine, its steps and its definition.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SopGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
