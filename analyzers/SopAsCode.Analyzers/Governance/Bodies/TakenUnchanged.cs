using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>
/// Tells whether code returns only what it was given: a parameter, a property of one that only holds a value, elements of a list, and the same elements in
/// another list. What code computes, creates or changes is not what it was given.
/// </summary>
/// <param name="bodies">The code of the SOP.</param>
internal sealed class TakenUnchanged(SopBodies bodies)
{
    // Each returns elements of what it is asked about, and makes none.
    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal)
    {
        "AsEnumerable", "AsReadOnly", "Cast", "Chunk", "Concat", "Distinct", "DistinctBy", "ElementAt", "ElementAtOrDefault", "Except", "ExceptBy", "Find", "FindAll", "FindLast", "First",
        "FirstOrDefault", "GetRange", "Intersect", "IntersectBy", "Last", "LastOrDefault", "MaxBy", "MinBy", "OfType", "Order", "OrderBy", "OrderByDescending", "OrderDescending", "Reverse",
        "Single", "SingleOrDefault", "Skip", "SkipLast", "SkipWhile", "Slice", "Take", "TakeLast", "TakeWhile", "ThenBy", "ThenByDescending", "ToArray", "ToHashSet", "ToImmutableArray",
        "ToImmutableList", "ToList", "Union", "UnionBy", "Where",
    };

    private readonly HashSet<ISymbol> _given = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _locals = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a step returns only what it was given. True while its code does not compile.</summary>
    public bool Returns(BodyMember step)
    {
        var code = bodies.OperationsOf(step.Code);
        var all = code.SelectMany(one => one.DescendantsAndSelf()).ToList();
        return all.Count == 0 || all.Exists(one => one is IInvalidOperation) || (!all.Exists(IsChange) && Returned(code));
    }

    // What code writes into something, or calls only for what it does, is no longer what it was.
    private static bool IsChange(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation } assigned => assigned.Parent is not IObjectOrCollectionInitializerOperation,
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation } => true,
        IInvocationOperation { Instance: { } on, TargetMethod: { ReturnsVoid: true } called } => Root(on) is IParameterReferenceOperation || (on is ILocalReferenceOperation && !IsOfList(called)),
        _ => false,
    };

    private static IOperation Root(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } of } => Root(of),
        IFieldReferenceOperation { Instance: { } of } => Root(of),
        IConversionOperation conversion => Root(conversion.Operand),
        IInvocationOperation { Instance: { } of } => Root(of),
        IInvocationOperation { Arguments.Length: > 0 } call => Root(call.Arguments[0].Value),
        _ => operation,
    };

    private bool Returned(IReadOnlyList<IOperation> code)
    {
        code.SelectMany(one => one.DescendantsAndSelf()).ToList().ForEach(Learn);
        var returned = code.SelectMany(Own).OfType<IReturnOperation>().Select(one => one.ReturnedValue).OfType<IOperation>().ToList();
        return returned.Count > 0 && returned.TrueForAll(IsGiven);
    }

    // What a lambda or a local function returns, the code around it does not.
    private static IEnumerable<IOperation> Own(IOperation root)
    {
        Stack<IOperation> open = new([root]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            yield return next;
            if (next is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                continue;
            }

            foreach (var child in next.ChildOperations)
            {
                open.Push(child);
            }
        }
    }

    // Everything that a local can hold, and everything that is put into a list that it holds.
    private void Learn(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declared:
                Hold(declared.Symbol, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assigned:
                Hold(local.Local, assigned.Value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                Hold(each.Symbol, loop.Collection);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation local } changed:
                Hold(local.Local, changed);
                break;
            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation local } assigned:
                Hold(local.Local, assigned.Value);
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation { Elements: var elements } } taken:
                elements.OfType<ILocalReferenceOperation>().ToList().ForEach(local => Hold(local.Local, taken));
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } argument:
                Hold(passed.Local, argument);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation list } call when IsOfList(call.TargetMethod) && KnownCode.Puts(call.TargetMethod):
                call.Arguments.Select(argument => argument.Value).Where(value => value.Type?.SpecialType != SpecialType.System_Int32).ToList().ForEach(value => Hold(list.Local, value));
                break;
        }
    }

    private void Hold(ILocalSymbol local, IOperation value)
    {
        if (!_locals.TryGetValue(local, out var held))
        {
            _locals[local] = held = [];
        }

        held.Add(value);
    }

    private bool IsGiven(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsGiven(conversion.Operand),
        IAwaitOperation wait => IsGiven(wait.Operation),
        IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } || _given.Contains(parameter.Parameter),
        ILocalReferenceOperation local => IsGiven(local.Local),
        IInstanceReferenceOperation self => _given.Contains(self.Type!),
        IPropertyReferenceOperation { Instance: { } of } property => IsGiven(of) && IsHeld(property.Property),
        IFieldReferenceOperation { Instance: { } of, Field.IsStatic: false } => IsGiven(of),
        IArrayElementReferenceOperation element => IsGiven(element.ArrayReference),
        IInvocationOperation call => IsKept(call),
        IConditionalOperation choice => IsGiven(choice.WhenTrue) && IsGiven(choice.WhenFalse),
        ICoalesceOperation choice => IsGiven(choice.Value) && IsGiven(choice.WhenNull),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => IsGiven(arm.Value)),
        IConditionalAccessOperation access => IsGiven(access.Operation) && IsGiven(access.WhenNotNull),
        IConditionalAccessInstanceOperation => true,
        ICollectionExpressionOperation list => list.Elements.All(element => IsGiven(element is ISpreadOperation spread ? spread.Operand : element)),
        IArrayCreationOperation array => array.Initializer is null || array.Initializer.ElementValues.All(element => IsGiven(element)),
        IObjectCreationOperation made => IsList(made.Type) && Contents(made).All(element => IsGiven(element)),
        IThrowOperation or IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        _ => false,
    };

    private bool IsGiven(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var held))
        {
            return false;
        }

        // What a local holds because it held it before is nothing new.
        return !_asked.Add(local) || held.TrueForAll(IsGiven);
    }

    // A property that only holds a value, or whose getter returns only what its object holds. Of a property in another assembly only the form is known.
    private bool IsHeld(IPropertySymbol property)
    {
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return true;
        }

        if (property.IsIndexer)
        {
            return IsOfList(property);
        }

        if (!bodies.IsHere(property))
        {
            return property.ContainingType.Name is "KeyValuePair" or "Dictionary" or "IReadOnlyDictionary" or "Tuple" || !IsFramework(property.ContainingType);
        }

        var getter = property.DeclaringSyntaxReferences[0].GetSyntax();
        var isAutomatic = getter is ParameterSyntax or PropertyDeclarationSyntax { ExpressionBody: null }
            && (getter as PropertyDeclarationSyntax)?.AccessorList?.Accessors.Any(accessor => accessor.Keyword.ValueText == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null)) != true;
        if (isAutomatic)
        {
            return !property.IsAbstract;
        }

        // What a property holds because it holds it is nothing new.
        if (!_asked.Add(property))
        {
            return true;
        }

        var isFirst = _given.Add(property.ContainingType);
        var isHeld = bodies.OperationsOf(property) is { Count: > 0 } code && Returned(code);
        if (isFirst)
        {
            _given.Remove(property.ContainingType);
        }

        return isHeld;
    }

    private bool IsKept(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } })
        {
            return IsGiven(call.Arguments[0].Value);
        }

        if (!IsOfList(method))
        {
            return false;
        }

        var of = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        var rest = call.Instance is null ? call.Arguments.Skip(1) : call.Arguments;
        return method.Name is "Select" or "SelectMany" ? IsGiven(of) && rest.All(argument => IsPart(argument.Value))
            : Keeping.Contains(method.Name) && IsGiven(of) && rest.All(argument => IsQuestion(argument.Value) || IsGiven(argument.Value));
    }

    // What a lambda of Select takes from each element.
    private bool IsPart(IOperation value)
    {
        if (Lambda(value) is not { } lambda)
        {
            return false;
        }

        var added = lambda.Symbol.Parameters.Where(parameter => _given.Add(parameter)).ToList();
        var isPart = Returned([lambda.Body]);
        added.ForEach(parameter => _given.Remove(parameter));
        return isPart;
    }

    // What says which elements, and in which order, makes none.
    private static bool IsQuestion(IOperation value) => Lambda(value) is not null || value.Type is { SpecialType: not SpecialType.System_Object and not SpecialType.None }
        || value.Type?.Name is "Index" or "Range" or "IComparer" or "IEqualityComparer" or "Comparer" or "EqualityComparer" or "Func" or "Predicate" || value is IDefaultValueOperation;

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => value switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IConversionOperation { Operand: var inner } => Lambda(inner),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    private static IEnumerable<IOperation> Contents(IObjectCreationOperation made) => made.Arguments.Select(argument => argument.Value).Where(value => value.Type?.SpecialType != SpecialType.System_Int32)
        .Concat(made.Initializer?.Initializers.SelectMany(one => one is IInvocationOperation add ? add.Arguments.Select(argument => argument.Value) : [one]) ?? []);

    private static bool IsOfList(ISymbol member) => member.ContainingType is { } type && (member.ContainingNamespace.ToDisplayString() is "System.Linq" or "System.Collections.Generic" or "System.Collections.Immutable"
        or "System.Collections.ObjectModel" || type.SpecialType == SpecialType.System_Array);

    private static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { ContainingNamespace: { } home }
        && home.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel" or "System.Collections.Immutable";

    private static bool IsFramework(INamedTypeSymbol type) => type.ContainingAssembly?.Name is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib" or "netstandard");
}
