using Microsoft.CodeAnalysis;

namespace SopAsCode.CodeFixes;

/// <summary>How <c>Task</c> is written somewhere.</summary>
/// <param name="Written">The name.</param>
/// <param name="Using">The namespace that must be used for it; null when it is already, or is written out.</param>
internal sealed record TaskName(string Written, string? Using)
{
    private const string Home = "System.Threading.Tasks";

    /// <summary>How it is written at a position. Teams have tasks of their own.</summary>
    public static TaskName At(SemanticModel model, int position)
    {
        var found = model.LookupSymbols(position, name: "Task");
        if (found.IsEmpty)
        {
            return new("Task", Home);
        }

        return found.All(symbol => symbol is INamedTypeSymbol && symbol.ContainingNamespace?.ToDisplayString() == Home)
            ? new("Task", null)
            : new($"global::{Home}.Task", null);
    }
}
