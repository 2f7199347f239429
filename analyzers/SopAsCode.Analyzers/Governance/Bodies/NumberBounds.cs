using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Between which whole numbers a value always is. Fractions that can be no number, and values that can be missing, have no bounds.</summary>
/// <param name="Least">The least that it can be.</param>
/// <param name="Most">The most that it can be.</param>
internal readonly record struct NumberBounds(decimal Least, decimal Most)
{
    private static readonly NumberBounds Nothing = new(0, 0);

    /// <summary>The bounds of a value; null when it has none.</summary>
    public static NumberBounds? Of(IOperation operation)
    {
        if (OfType(operation.Type) is not { } any)
        {
            return operation is IBinaryOperation { Type.SpecialType: SpecialType.System_Decimal } money ? Calculated(money) : null;
        }

        var known = operation switch
        {
            { ConstantValue: { HasValue: true, Value: { } constant } } => OfConstant(constant),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            IPropertyReferenceOperation { Property: { Name: "Length" or "Count" or "LongLength", IsIndexer: false } property } when KnownCode.IsIn(property.ContainingType, "System") => any with { Least = 0 },
            IInvocationOperation call => OfCall(call, any),
            IBinaryOperation binary => Calculated(binary),
            _ => null,
        };

        // A number that does not fit is cut off.
        return known is { } inside && inside.Least >= any.Least && inside.Most <= any.Most ? inside : any;
    }

    /// <summary>The only result of a comparison; null when it has several.</summary>
    public static bool? Compare(BinaryOperatorKind kind, NumberBounds one, NumberBounds other) => kind switch
    {
        BinaryOperatorKind.LessThan => one.Most < other.Least ? true : one.Least >= other.Most ? false : null,
        BinaryOperatorKind.LessThanOrEqual => one.Most <= other.Least ? true : one.Least > other.Most ? false : null,
        BinaryOperatorKind.GreaterThan => Compare(BinaryOperatorKind.LessThan, other, one),
        BinaryOperatorKind.GreaterThanOrEqual => Compare(BinaryOperatorKind.LessThanOrEqual, other, one),
        BinaryOperatorKind.Equals => one.Most < other.Least || one.Least > other.Most ? false : one.Least == one.Most && one == other ? true : null,
        BinaryOperatorKind.NotEquals => !Compare(BinaryOperatorKind.Equals, one, other),
        _ => null,
    };

    /// <summary>Whether a pattern of numbers always matches, or never; null when it depends on the number.</summary>
    public bool? Match(IPatternOperation pattern)
    {
        List<decimal> edges = [Least, Most];
        foreach (var part in pattern.DescendantsAndSelf())
        {
            switch (part)
            {
                case IRelationalPatternOperation or IConstantPatternOperation when NumberOf(part) is { } number:
                    edges.AddRange([number - 1, number, number + 1]);
                    break;
                case IRelationalPatternOperation or IConstantPatternOperation:
                    return null;
            }
        }

        // Between two numbers that the pattern names its answer does not change.
        var (least, most) = this;
        var answers = edges.Where(edge => edge >= least && edge <= most).Select(edge => Match(pattern, edge)).Distinct().ToList();
        return answers.Count == 1 ? answers[0] : null;
    }

    private static bool? Match(IPatternOperation pattern, decimal number) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation => NumberOf(pattern) == number,
        IRelationalPatternOperation relation => Compare(relation.OperatorKind, new(number, number), new(NumberOf(pattern)!.Value, NumberOf(pattern)!.Value)),
        INegatedPatternOperation not => !Match(not.Pattern, number),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Match(either.LeftPattern, number) | Match(either.RightPattern, number),
        IBinaryPatternOperation both => Match(both.LeftPattern, number) & Match(both.RightPattern, number),
        _ => null,
    };

    private static decimal? NumberOf(IOperation pattern) => (pattern switch
    {
        IConstantPatternOperation constant => constant.Value,
        IRelationalPatternOperation relation => relation.Value,
        _ => null,
    })?.ConstantValue is { HasValue: true, Value: { } value } ? OfConstant(value)?.Least : null;

    private static NumberBounds? OfConstant(object constant) => constant switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong => new(Convert.ToDecimal(constant, null), Convert.ToDecimal(constant, null)),
        char letter => new(letter, letter),
        decimal number when decimal.Truncate(number) == number => new(number, number),
        _ => null,
    };

    private static NumberBounds? OfType(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => new(sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => new(byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => new(short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 or SpecialType.System_Char => new(ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => new(int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => new(uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => new(long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => new(ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    private static NumberBounds? OfCall(IInvocationOperation call, NumberBounds any) => call.TargetMethod switch
    {
        { Name: "Count" or "LongCount", ContainingType: { Name: "Enumerable" } home } when KnownCode.IsIn(home, "System.Linq") => any with { Least = 0 },
        { Name: "IndexOf" or "LastIndexOf" or "IndexOfAny" or "LastIndexOfAny", ContainingType.SpecialType: SpecialType.System_String } => any with { Least = -1 },
        { Name: "IndexOf" or "LastIndexOf" or "FindIndex" or "FindLastIndex", ContainingType: { Name: "List" } list } when KnownCode.IsIn(list, "System.Collections.Generic") => any with { Least = -1 },
        { Name: "Abs", ContainingType: { Name: "Math" } math } when KnownCode.IsIn(math, "System") => any with { Least = 0 },
        _ => null,
    };

    private static NumberBounds? Calculated(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        return binary.IsLifted ? null : binary.OperatorKind switch
        {
            BinaryOperatorKind.Subtract or BinaryOperatorKind.ExclusiveOr when SameCode.AreSame(left, right) => Nothing,
            BinaryOperatorKind.Multiply or BinaryOperatorKind.And when IsNothing(left) || IsNothing(right) => Nothing,
            BinaryOperatorKind.Remainder when right.ConstantValue is { HasValue: true, Value: { } by } && OfConstant(by) is { Least: > 0 } step && Of(left) is { } of =>
                new(of.Least >= 0 ? 0 : 1 - step.Least, step.Least - 1),
            _ => null,
        };
    }

    private static bool IsNothing(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } constant } && OfConstant(constant) == Nothing;
}
