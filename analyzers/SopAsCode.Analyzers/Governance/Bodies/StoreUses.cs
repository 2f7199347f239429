using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Finds what a body reads and writes that outlives it: fields, statics, caches, files.</summary>
internal sealed class StoreUses(BodyScope scope, BodyFacts facts)
{
    /// <summary>A reference to something that may outlive the call.</summary>
    public void Read(IOperation reference)
    {
        if (scope.Root(reference) is not { } root)
        {
            return;
        }

        if (root.Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } })
        {
            ReadChangedParameter(root, reference);
            return;
        }

        if (root.Symbol is IFieldSymbol { IsConst: true } || !IsChainStart(reference))
        {
            return;
        }

        var top = Top(reference, out var isWhole);
        var kind = root.Symbol.IsStatic ? StoreKind.Static : root.IsOutside ? StoreKind.Outside : StoreKind.Own;
        var name = root.Symbol.IsStatic ? $"{root.Symbol.ContainingType.Name}.{root.Symbol.Name}" : root.Symbol.Name;
        var (access, hasRunData, isLazy) = Use(top, isWhole);
        if (access == StoreAccess.None)
        {
            return;
        }

        if (kind == StoreKind.Own && root.Symbol is IParameterSymbol && !access.HasFlag(StoreAccess.Assign))
        {
            kind = StoreKind.Outside;
        }

        facts.Stores.Add(new(root.Key, name, kind, access, hasRunData, top.Syntax) { IsLazy = isLazy && !IsDefault(top) });
        if (kind == StoreKind.Static)
        {
            if (isLazy)
            {
                // It is found out once and kept, which changes no result.
            }
            else if ((access & (StoreAccess.Write | StoreAccess.Assign)) != StoreAccess.None)
            {
                facts.Impure.Add(new("changes what outlives it", name, IsCertain: true, top.Syntax) { Kind = ImpureKind.Store });
            }
            else if (IsChangeable(root.Symbol) || KnownCode.IsAmbient(TypeOf(root.Symbol)))
            {
                facts.Impure.Add(new("reads what other code may change", name, IsCertain: false, top.Syntax) { Kind = ImpureKind.Store });
            }
        }
    }

    /// <summary>What an object holds that outlives the call: 'shelf.Last', 'Shelf.Instance.Last'.</summary>
    public void ReadPart(IOperation reference)
    {
        if (reference is IFieldReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation, Member: { } member } && scope.IsKept(instance)
            && scope.IsHere(member))
        {
            facts.Stores.Add(new(BodyScope.KeyOf(member.OriginalDefinition), $"{member.ContainingType.Name}.{member.Name}", StoreKind.Outside, StoreAccess.Read, HasRunData: false, reference.Syntax));
        }
    }

    private void ReadChangedParameter(BodyRoot root, IOperation reference)
    {
        if (!IsChainStart(reference) || root.Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } })
        {
            return;
        }

        var top = Top(reference, out var isWhole);
        if (!isWhole && (Use(top, isWhole).Access & (StoreAccess.Write | StoreAccess.Assign)) != StoreAccess.None)
        {
            facts.Impure.Add(new("changes a value of the run", root.Symbol.Name, IsCertain: true, top.Syntax) { Kind = ImpureKind.Parameter });
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    // Code that can be seen may assign it after the start of the program.
    private bool IsChangeable(ISymbol symbol) => scope.IsHere(symbol) && symbol switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        IPropertySymbol { SetMethod: { } set } => !set.IsInitOnly,
        _ => false,
    };

    // Only the reference at which a chain starts counts, so that 'Store.Texts[key]' is one use.
    private static bool IsChainStart(IOperation reference) => reference switch
    {
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
        IMemberReferenceOperation => false,
        _ => true,
    };

    // The longest expression that still names a part of the same thing.
    private static IOperation Top(IOperation reference, out bool isWhole)
    {
        var top = reference;
        isWhole = true;
        while (true)
        {
            switch (top.Parent)
            {
                case IConversionOperation conversion:
                    top = conversion;
                    continue;
                case IMemberReferenceOperation member when member.Instance == top && member is IFieldReferenceOperation or IPropertyReferenceOperation:
                    (top, isWhole) = (top.Parent, false);
                    continue;
                case IArrayElementReferenceOperation element when element.ArrayReference == top:
                    (top, isWhole) = (element, false);
                    continue;
                default:
                    return top;
            }
        }
    }

    private (StoreAccess Access, bool HasRunData, bool IsLazy) Use(IOperation top, bool isWhole)
    {
        var assign = isWhole ? StoreAccess.Assign : StoreAccess.Write;
        switch (top.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == top:
                return (assign, scope.HasRunData(assignment.Value) || Arguments(top).Any(scope.HasRunData), false);
            case ICoalesceAssignmentOperation assignment when assignment.Target == top:
                return (assign | StoreAccess.Read, scope.HasRunData(assignment.Value), true);
            case IAssignmentOperation assignment when assignment.Target == top:
                return (assign | (IsUsed(assignment) ? StoreAccess.Read : StoreAccess.None), scope.HasRunData(assignment.Value) || Arguments(top).Any(scope.HasRunData), false);
            case IIncrementOrDecrementOperation increment:
                return (assign | (IsUsed(increment) ? StoreAccess.Read : StoreAccess.None), Arguments(top).Any(scope.HasRunData), false);
            case ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple when deconstruction.Target == tuple:
                return (assign, scope.HasRunData(deconstruction.Value), false);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation call }:
                return (assign | (IsUsed(call) ? StoreAccess.Read : StoreAccess.None), call.Arguments.Any(argument => argument.Value != top && scope.HasRunData(argument.Value)), false);
            case IMethodReferenceOperation reference when reference.Instance == top && Keeps(top.Type, reference.Method):
                return (StoreAccess.Write, Around(reference) is { } given && (scope.HasRunData(given.Instance) || given.Arguments.Any(argument => !argument.DescendantsAndSelf().Contains(reference) && scope.HasRunData(argument))), false);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when scope.IsAlias(declarator.Symbol):
                return default;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                return default;
        }

        if (BodyOperations.CallOn(top) is { } method && Keeps(top.Type, method.TargetMethod))
        {
            var isLazy = method.TargetMethod.Name is "GetOrAdd" or "GetOrCreate" or "GetOrCreateAsync";
            if (isLazy)
            {
                // A value that is found out when it is missing is a cache, unless the value itself is given.
                var value = method.Arguments.Select(argument => BodyOperations.Plain(argument.Value)).LastOrDefault();
                return (StoreAccess.Write | StoreAccess.Read, value?.Type?.TypeKind != TypeKind.Delegate && scope.HasRunData(value), true);
            }

            if (KnownCode.Puts(method.TargetMethod) || KnownCode.IsCache(top.Type))
            {
                return (StoreAccess.Write | (IsUsed(method) ? StoreAccess.Read : StoreAccess.None), method.Arguments.Any(argument => argument.Value != top && scope.HasRunData(argument.Value)), false);
            }

            return (StoreAccess.Write | (IsUsed(method) || method.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.Out) ? StoreAccess.Read : StoreAccess.None), false, false);
        }

        return (StoreAccess.Read, false, false);
    }

    // 'GetOrAdd(key, "")' finds nothing out: it takes what is there, or says that nothing is.
    private bool IsDefault(IOperation top) => BodyOperations.CallOn(top) is { TargetMethod.Name: "GetOrAdd", Arguments: { Length: 2 } arguments } && BodyOperations.Plain(arguments[1].Value) is { } value
        && value switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body } } => body[0] is IReturnOperation { ReturnedValue: { } returned } && BodyOperations.Plain(returned)!.ConstantValue.HasValue,
            { Type.TypeKind: TypeKind.Delegate } => false,
            _ => !scope.HasRunData(value),
        };

    // The call that is given a delegate.
    private static IInvocationOperation? Around(IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent as IInvocationOperation;
    }

    private static bool Keeps(ITypeSymbol? type, IMethodSymbol method) =>
        (KnownCode.IsCollection(type) && KnownCode.Changes(method))
        || (KnownCode.IsCache(type) && (method.Name.StartsWith("Set", StringComparison.Ordinal) || method.Name.StartsWith("GetOrCreate", StringComparison.Ordinal) || method.Name == "CreateEntry"));

    private static IEnumerable<IOperation> Arguments(IOperation top) => top switch
    {
        IPropertyReferenceOperation property => property.Arguments,
        IArrayElementReferenceOperation element => element.Indices,
        _ => [],
    };

    private static bool IsUsed(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IAwaitOperation or IConversionOperation or IConditionalAccessOperation)
        {
            parent = parent.Parent;
        }

        return parent is not (IExpressionStatementOperation or null) && parent is not ISimpleAssignmentOperation { Target: IDiscardOperation };
    }
}
