using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Patterns that always match, or never.</summary>
internal static class SurePatterns
{
    /// <summary>Whether a value always matches a pattern, or never; null when that depends on the value.</summary>
    public static bool? Matches(IOperation value, IPatternOperation pattern) => NumberBounds.Of(value)?.Match(pattern) ?? pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation { MatchesNull: true } => true,
        IDeclarationPatternOperation declared => IsAlways(value, declared.MatchedType) ? true : null,
        ITypePatternOperation type => IsAlways(value, type.MatchedType) ? true : null,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => IsNeverNull(value) ? false : null,
        INegatedPatternOperation not => !Matches(value, not.Pattern),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } shape => IsAlways(value, shape.MatchedType) ? true : null,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(value, either.LeftPattern) | Matches(value, either.RightPattern),
        IBinaryPatternOperation both => Matches(value, both.LeftPattern) & Matches(value, both.RightPattern),
        _ => null,
    };

    /// <summary>Whether a value is always of a type.</summary>
    public static bool IsAlways(IOperation value, ITypeSymbol? type)
    {
        for (var actual = SameCode.Inner(value).Type; actual is not null; actual = actual.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(actual, type))
            {
                return IsNeverNull(value);
            }
        }

        return false;
    }

    /// <summary>A parameter of a step or condition that may not be null is never null: a run without the value does not ask.</summary>
    public static bool IsNeverNull(IOperation value) => SameCode.Inner(value) switch
    {
        IParameterReferenceOperation { Parameter.Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } } => true,
        { Type: { IsValueType: true } type } => !SameCode.IsNullable(type),
        _ => false,
    };
}
