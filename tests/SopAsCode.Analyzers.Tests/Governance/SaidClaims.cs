using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Something that an attribute says: a role, a text, a number, a day, an impact.</summary>
/// <param name="Attribute">The attribute without its suffix.</param>
/// <param name="Part">The argument, or <c>&lt;&gt;</c> for a role among the type arguments.</param>
/// <param name="Value">What it says; empty for <c>null</c>.</param>
internal sealed record Claim(string Attribute, string Part, string Value)
{
    /// <summary>Whether it is only the place of something that a person must say.</summary>
    public bool IsToFillIn => Part != "<>" && PlaceholderText.Is(Value);

    /// <inheritdoc/>
    public override string ToString() => $"[{Attribute}] {Part} {Value}";
}

/// <summary>What the attributes of the language say in a project.</summary>
internal static class SaidClaims
{
    /// <summary>What only the second of two compilations says.</summary>
    public static IReadOnlyList<Claim> Added(Compilation before, Compilation after)
    {
        var known = In(before).ToList();
        return [.. In(after).Where(claim => !known.Remove(claim))];
    }

    private static IEnumerable<Claim> In(Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        where !SopSymbols.IsGenerated(tree)
        let model = compilation.GetSemanticModel(tree)
        from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        let constructor = model.GetSymbolInfo(attribute).Symbol as IMethodSymbol ?? model.GetSymbolInfo(attribute).CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault()
        where constructor is not null && SopSymbols.IsOurs(constructor.ContainingType, constructor.ContainingType.Name)
        from claim in Of(model, attribute, constructor)
        select claim;

    private static IEnumerable<Claim> Of(SemanticModel model, AttributeSyntax attribute, IMethodSymbol constructor)
    {
        var word = constructor.ContainingType.Name[..^"Attribute".Length];
        foreach (var role in constructor.ContainingType.TypeArguments.OfType<INamedTypeSymbol>().Where(type => SopSymbols.DerivesFrom(type, "Role")))
        {
            yield return new(word, "<>", role.Name);
        }

        var arguments = attribute.ArgumentList?.Arguments ?? default;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var part = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText
                ?? constructor.Parameters[Math.Min(i, constructor.Parameters.Length - 1)].Name;

            // Where a run goes is structure.
            if (argument.Expression is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
                && model.GetSymbolInfo(argument.Expression).Symbol is not IFieldSymbol { ContainingType.Name: "End" or "Sop" })
            {
                yield return new(word, part, Value(model, argument.Expression));
            }
        }
    }

    private static string Value(SemanticModel model, ExpressionSyntax expression) => expression switch
    {
        TypeOfExpressionSyntax type => model.GetTypeInfo(type.Type).Type?.Name ?? type.Type.ToString(),
        _ when model.GetTypeInfo(expression).Type is { TypeKind: TypeKind.Enum } => Bare(expression.ToString()),
        _ when model.GetConstantValue(expression) is { HasValue: true } constant => Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "",
        _ => expression.ToString(),
    };

    // Impact.Money | Impact.Customers
    private static string Bare(string members) => string.Join(" | ", members.Split('|').Select(member => member.Trim().Split('.')[^1]));
}
