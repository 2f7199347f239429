using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Compares code: whether two expressions always have the same value, or opposite ones.</summary>
internal static class SameCode
{
    /// <summary>'x' and '!x', or 'a &gt; b' and 'a &lt;= b'.</summary>
    public static bool AreOpposite(IOperation one, IOperation other)
    {
        (one, other) = (Inner(one), Inner(other));
        if (one is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            return AreSame(not.Operand, other);
        }

        if (other is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } notOther)
        {
            return AreSame(notOther.Operand, one);
        }

        return one is IBinaryOperation first && other is IBinaryOperation second && Opposite(first.OperatorKind) == second.OperatorKind
            && AreSame(first.LeftOperand, second.LeftOperand) && AreSame(first.RightOperand, second.RightOperand)
            && !CanBeNaN(first.LeftOperand.Type) && !IsNullable(first.LeftOperand.Type) && !IsNullable(first.RightOperand.Type);
    }

    private static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => BinaryOperatorKind.NotEquals,
        BinaryOperatorKind.NotEquals => BinaryOperatorKind.Equals,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        _ => BinaryOperatorKind.None,
    };

    /// <summary>The same code, which gives the same value each time: values of the run and what .NET computes of them.</summary>
    public static bool AreSame(IOperation one, IOperation other)
    {
        (one, other) = (Inner(one), Inner(other));
        return one.Syntax.IsEquivalentTo(other.Syntax, topLevel: false) && one.DescendantsAndSelf().All(part => part switch
        {
            IInvocationOperation call => KnownCode.IsIn(call.TargetMethod.ContainingType, "System") && KnownCode.Impurity(call.TargetMethod) is null,
            IPropertyReferenceOperation property => KnownCode.Impurity(property.Property) is null,
            IObjectCreationOperation or IAwaitOperation or IAssignmentOperation or IIncrementOrDecrementOperation => false,
            _ => true,
        });
    }

    /// <summary>What is converted.</summary>
    public static IOperation Inner(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>Whether a value may be no number, which is not equal to itself.</summary>
    public static bool CanBeNaN(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Double or SpecialType.System_Single } or { Name: "Half" }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && CanBeNaN(nullable.TypeArguments[0]));

    /// <summary>Whether a number or the like may be missing.</summary>
    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
