using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Finds conditions that do not depend on what they are asked. It says so only where no other result is possible.</summary>
/// <param name="bodies">The code of the SOP.</param>
internal sealed class ConstantConditions(SopBodies bodies)
{
    private const int Deepest = 5;

    /// <summary>The only result of a condition; null when it has several, or when that can't be told.</summary>
    public bool? ResultOf(BodyMember condition) => condition.Symbol is IMethodSymbol method ? ResultOf(method, 0) : null;

    /// <summary>Whether a condition asks for nothing that the run holds, although its result is not known.</summary>
    public bool IsBlind(BodyMember condition)
    {
        var code = bodies.OperationsOf(condition.Code);
        var all = code.SelectMany(operation => operation.DescendantsAndSelf()).ToList();
        return all.Exists(operation => operation is IReturnOperation { ReturnedValue: not null })
            && !all.Exists(operation => operation is IParameterReferenceOperation or IThrowOperation or IInvalidOperation || operation.Type?.TypeKind == TypeKind.Error);
    }

    private bool? ResultOf(IMethodSymbol method, int depth)
    {
        if (depth > Deepest || method.ReturnType.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        var code = bodies.OperationsOf(method.PartialImplementationPart ?? method);
        if (code.Count != 1 || code[0].DescendantsAndSelf().Any(operation => operation is IInvalidOperation))
        {
            return null;
        }

        List<IOperation?> returned = [];
        AddReturned(code[0], returned, depth);
        return Same(returned.ConvertAll(value => Value(value, depth)));
    }

    private static bool? Same(List<bool?> values) => values.Count > 0 && values.Distinct().Count() == 1 ? values[0] : null;

    // Adds what code returns, and says whether it never goes on behind itself.
    private bool AddReturned(IOperation? code, List<IOperation?> returned, int depth)
    {
        switch (code)
        {
            case null or IAnonymousFunctionOperation or ILocalFunctionOperation:
                return false;
            case IReturnOperation { Kind: OperationKind.Return } result:
                returned.Add(result.ReturnedValue);
                return true;
            case IThrowOperation:
                return true;
            case IBlockOperation block:
                return block.Operations.Any(inner => AddReturned(inner, returned, depth));
            case IMethodBodyOperation method:
                return AddReturned(method.BlockBody ?? method.ExpressionBody, returned, depth);
            case IConditionalOperation { Type: null } branch when Value(branch.Condition, depth) is { } known:
                return AddReturned(known ? branch.WhenTrue : branch.WhenFalse, returned, depth);
            case IConditionalOperation { Type: null } branch:
                var isOver = AddReturned(branch.WhenTrue, returned, depth);
                return AddReturned(branch.WhenFalse, returned, depth) && isOver;
            default:
                foreach (var child in code.ChildOperations)
                {
                    AddReturned(child, returned, depth);
                }

                return false;
        }
    }

    private bool? Value(IOperation? operation, int depth)
    {
        if (operation?.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Value(conversion.Operand, depth),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => !Value(not.Operand, depth),
            IBinaryOperation binary => Value(binary, depth),
            IIsTypeOperation isType => !isType.IsNegated && SurePatterns.IsAlways(isType.ValueOperand, isType.TypeOperand) ? true : null,
            IIsPatternOperation pattern => SurePatterns.Matches(pattern.Value, pattern.Pattern),
            IConditionalOperation choice => Value(choice.Condition, depth) is { } known
                ? Value(known ? choice.WhenTrue : choice.WhenFalse, depth)
                : Same([Value(choice.WhenTrue, depth), Value(choice.WhenFalse, depth)]),
            ISwitchExpressionOperation choice => Same([.. choice.Arms.Where(arm => arm.Value is not IThrowOperation and not IConversionOperation { Operand: IThrowOperation }).Select(arm => Value(arm.Value, depth))]),
            ICoalesceOperation coalesce => Same([Value(coalesce.Value, depth), Value(coalesce.WhenNull, depth)]),
            ILocalReferenceOperation local => Value(local, depth),
            IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } => Same([.. bodies.OperationsOf(field).Select(code => Value((code as IFieldInitializerOperation)?.Value, depth + 1))]),
            IPropertyReferenceOperation { Property: { IsVirtual: false, IsAbstract: false, GetMethod: { } get } } => ResultOf(get, depth + 1),
            IInvocationOperation call => Value(call, depth),
            _ => null,
        };
    }

    private bool? Value(IBinaryOperation binary, int depth)
    {
        var (kind, left, right) = (binary.OperatorKind, binary.LeftOperand, binary.RightOperand);
        if (kind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And && binary.OperatorMethod is null)
        {
            var (one, other) = (Value(left, depth), Value(right, depth));
            return one == false || other == false || SameCode.AreOpposite(left, right) ? false : one == true && other == true ? true : null;
        }

        if (kind is BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or && binary.OperatorMethod is null)
        {
            var (one, other) = (Value(left, depth), Value(right, depth));
            return one == true || other == true || SameCode.AreOpposite(left, right) ? true : one == false && other == false ? false : null;
        }

        // Not a number is not equal to itself.
        var isKnown = binary.OperatorMethod is not { IsImplicitlyDeclared: false } by || KnownCode.IsIn(by.ContainingType, "System");
        if (isKnown && SameCode.AreSame(left, right) && !SameCode.CanBeNaN(left.Type))
        {
            return kind switch
            {
                BinaryOperatorKind.Equals => true,
                BinaryOperatorKind.NotEquals => false,
                BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual when !SameCode.IsNullable(left.Type) => true,
                BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan => false,
                _ => null,
            };
        }

        return Null(kind, left, right) ?? Null(kind, right, left) ?? Number(binary);
    }

    private bool? Value(ILocalReferenceOperation local, int depth)
    {
        if (depth <= Deepest && LastValues.Of(local) is { } last)
        {
            return Value(last, depth + 1);
        }

        var root = local as IOperation;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        List<IOperation?> given = [];
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declared when Is(declared.Symbol):
                    if (declared.Initializer is { } initializer)
                    {
                        given.Add(initializer.Value);
                    }

                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local):
                    given.Add(assignment.Value);
                    break;
                case ILocalReferenceOperation use when Is(use.Local) && use.Parent is IAssignmentOperation assigned and not ISimpleAssignmentOperation && assigned.Target == use:
                case ILocalReferenceOperation used when Is(used.Local) && used.Parent is IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } or ITupleOperation or IDeclarationExpressionOperation:
                    return null;
            }
        }

        return depth > Deepest || given.Exists(value => value?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(inner => Is(inner.Local)) == true)
            ? null
            : Same(given.ConvertAll(value => Value(value, depth + 1)));

        bool Is(ILocalSymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, local.Local);
    }

    private bool? Value(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var arguments = call.Arguments;
        if (method is { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false, Name: "Contains" or "StartsWith" or "EndsWith" } && arguments.Length > 0)
        {
            return arguments[0].Value.ConstantValue is { HasValue: true, Value: "" } ? true : null;
        }

        if (method.Name is "Equals" or "ReferenceEquals" && (method.ContainingType.SpecialType != SpecialType.None || method.IsImplicitlyDeclared || method.ContainingType.IsRecord))
        {
            // A number that is put into an object is another object each time.
            List<IOperation> both = [.. call.Instance is { } on ? [on] : Array.Empty<IOperation>(), .. arguments.Select(argument => argument.Value)];
            return both.Count > 1 && SameCode.Inner(both[0]).Type is { IsReferenceType: true } && SameCode.AreSame(both[0], both[1]) ? true : null;
        }

        if (method is { Name: "All" or "Any", ContainingType.Name: "Enumerable" } && arguments.Length == 2 && arguments[1].Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
        {
            // All of them, or none of them, however many there are.
            List<IOperation?> returned = [];
            AddReturned(lambda.Body, returned, depth);
            var isAll = method.Name == "All";
            return Same(returned.ConvertAll(value => Value(value, depth))) == isAll ? isAll : null;
        }

        return method is { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsAbstract: false, IsOverride: false } && !method.DeclaringSyntaxReferences.IsEmpty ? ResultOf(method, depth + 1) : null;
    }

    private static bool? Null(BinaryOperatorKind kind, IOperation value, IOperation other) =>
        SameCode.Inner(other) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } && SurePatterns.IsNeverNull(value)
            ? kind switch { BinaryOperatorKind.Equals => false, BinaryOperatorKind.NotEquals => true, _ => null }
            : null;

    private static bool? Number(IBinaryOperation binary) =>
        !binary.IsLifted && NumberBounds.Of(binary.LeftOperand) is { } left && NumberBounds.Of(binary.RightOperand) is { } right ? NumberBounds.Compare(binary.OperatorKind, left, right) : null;
}
