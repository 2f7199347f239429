using Microsoft.CodeAnalysis;

namespace SopAsCode.CodeFixes;

/// <summary>How <c>Task</c> is written at a place in the source.</summary>
/// <param name="Written">The name.</param>
/// <param name="Using">The namespace that must be imported for it; null when it is already imported, or when the name is written out.</param>
internal sealed record TaskName(string Written, string? Using)
{
    private const string Home = "System.Threading.Tasks";

    /// <summary>How it is written at a position, because a team may have a type <c>Task</c> of its own.</summary>
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
