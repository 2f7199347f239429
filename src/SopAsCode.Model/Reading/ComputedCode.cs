using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Follows the data through the code of one member.</summary>
/// <param name="data">What is known about the members of the project.</param>
/// <param name="type">The type whose object the code works on.</param>
/// <param name="self">That object.</param>
/// <param name="code">The code.</param>
/// <param name="around">The code around a local function.</param>
internal sealed class ComputedCode(ComputedData data, ITypeSymbol type, Carried self, IOperation code, ComputedCode? around = null)
{
    private readonly Dictionary<ISymbol, Carried> _given = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private GivenLocals? _locals;

    /// <summary>What the code gives back.</summary>
    public Carried Result() => Any(MemberCode.ReturnedBy(code).Select(Of));

    /// <summary>Says what a parameter stands for.</summary>
    public void Give(ISymbol parameter, Carried value) => _given[parameter] = value;

    /// <summary>How sensitive a value is.</summary>
    public Carried Of(IOperation? operation) => operation is null || operation.ConstantValue.HasValue || !data.GoesOn() ? Carried.Nothing : operation switch
    {
        IConversionOperation { OperatorMethod: { } by } conversion when data.IsHere(by) => Call(by, null, [(by.Parameters[0], Of(conversion.Operand))]),
        IConversionOperation conversion => Of(conversion.Operand),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => self,
        IParameterReferenceOperation parameter => Of(parameter.Parameter),
        ILocalReferenceOperation local => Of(local.Local),
        IPropertyReferenceOperation property => Property(property),
        IFieldReferenceOperation field => Member(field.Instance is null ? Carried.Nothing : Of(field.Instance), TypeOf(field.Instance), field.Field),
        IArrayElementReferenceOperation element => Element(Of(element.ArrayReference), element.Type),
        IInvocationOperation call => Called(call),
        IBinaryOperation { OperatorMethod: { } by } binary when data.IsHere(by) => Call(by, null, [(by.Parameters[0], Of(binary.LeftOperand)), (by.Parameters[1], Of(binary.RightOperand))]),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => new(StatedData.Max(Text(sum.LeftOperand), Text(sum.RightOperand))),
        IInterpolatedStringOperation text => new(Highest(text.Parts.OfType<IInterpolationOperation>().Select(part => Text(part.Expression))
            .Concat(text.Parts.OfType<IInterpolatedStringAppendOperation>().Select(part => (part.AppendCall as IInvocationOperation)?.Arguments is { Length: > 0 } given ? Text(given[0].Value) : null)))),
        IInterpolatedStringHandlerCreationOperation text => Of(text.Content),
        IConditionalOperation choice => Of(choice.WhenTrue).Or(Of(choice.WhenFalse)),
        ICoalesceOperation choice => Of(choice.Value).Or(Of(choice.WhenNull)),
        ISwitchExpressionOperation choice => Any(choice.Arms.Select(arm => Of(arm.Value))),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation inner => Of(AccessOf(inner)),
        IAwaitOperation wait => Of(wait.Operation),
        ITupleOperation tuple => Made(tuple.Elements),
        IAnonymousObjectCreationOperation made => Made(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value)),
        IObjectCreationOperation made => Created(made),
        IArrayCreationOperation { Initializer: { } elements } => Any(elements.ElementValues.Select(Of)),
        ICollectionExpressionOperation list => Any(list.Elements.Select(element => Of(element is ISpreadOperation spread ? spread.Operand : element))),
        ITranslatedQueryOperation query => Of(query.Operation),
        _ => Carried.Nothing,
    };

    /// <summary>How sensitive the text of a value is.</summary>
    public DataClass? Text(IOperation? operation) => Text(operation, isJson: false);

    /// <summary>How sensitive a member of a value is.</summary>
    public Carried Member(Carried instance, ITypeSymbol? of, ISymbol member)
    {
        if (member.ContainingType is not { } home || (!instance.IsKept && !member.IsStatic) || home.SpecialType != SpecialType.None || home.IsAnonymousType)
        {
            return Carried.Nothing;
        }

        var held = of is null ? member : DataTypes.WithBases(of).SelectMany(current => current.GetMembers(member.Name)).FirstOrDefault(own => own is IPropertySymbol or IFieldSymbol) ?? member;
        var kind = DataTypes.TypeOf(held);
        var stated = DataTypes.IsFramework(home) ? null : StatedData.OfMember(of ?? home, held, data);

        // A truth value, or one of a few names, gives nothing away unless it says so itself.
        return kind is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum } ? stated is null ? Carried.Nothing : new(stated)
            : DataTypes.IsFramework(home) && !home.IsTupleType ? Carried.Nothing
            : new(stated ?? StatedData.OfElements(kind) ?? instance.Path);
    }

    /// <summary>How sensitive an element of a list is.</summary>
    public static Carried Element(Carried list, ITypeSymbol? element) => list with { Path = list.Path ?? (list.IsKept && element is not null ? StatedData.Of(element) : null) };

    private Carried Of(ISymbol symbol)
    {
        if (_given.TryGetValue(symbol, out var given))
        {
            return given;
        }

        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter)
        {
            return MemberCode.HoldersOf(parameter) is { Count: > 0 } holders ? Any(holders.Select(property => Member(self, type, property))) : new(StatedData.OfMember(type, parameter) ?? self.Path);
        }

        // What a local holds because it held it before is nothing new.
        if (!_asked.Add(symbol))
        {
            return Carried.Nothing;
        }

        var held = (_locals ??= new(code, this)).Of(symbol);
        return _given[symbol] = held is null ? around?.Of(symbol) ?? Carried.Nothing : Any(held.Select(value => value()));
    }

    private Carried Property(IPropertyReferenceOperation property)
    {
        var instance = property.Instance is null ? Carried.Nothing : Of(property.Instance);
        return DataTypes.IsFramework(property.Property.ContainingType) || property.Property.ContainingType.IsTupleType
            ? PassingCode.IsElement(property.Property) ? Element(instance, property.Type) : Carried.Nothing
            : property.Property.IsIndexer ? Carried.Nothing : Member(instance, TypeOf(property.Instance), property.Property);
    }

    private Carried Called(IInvocationOperation call)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (!Carries(method.ReturnType))
        {
            return Carried.Nothing;
        }

        if (method is { Name: "ToString", IsStatic: false } && (!data.IsHere(method) || method.IsImplicitlyDeclared))
        {
            return new(Text(call.Instance));
        }

        if (data.IsHere(method))
        {
            var isLocal = method.MethodKind == MethodKind.LocalFunction;
            var on = call.Instance is null ? isLocal ? self : Carried.Nothing : Of(call.Instance);
            return on.IsKept || method.IsStatic || isLocal
                ? data.Call(method, call.Instance is null ? null : TypeOf(call.Instance), on, call.Arguments.Where(argument => argument.Parameter is not null).Select(argument => ((ISymbol)argument.Parameter!, Of(argument.Value))), isLocal ? this : null)
                : Carried.Nothing;
        }

        var first = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (PassingCode.IsText(method))
        {
            var isJson = method.ContainingType.Name == "JsonSerializer";
            return new(Highest([.. call.Instance is { } on ? [Text(on, isJson)] : Array.Empty<DataClass?>(), .. call.Arguments.Select(argument => Listed(argument.Value, isJson))]));
        }

        // The letters of a text are taken one by one to leave some of them out.
        if (first is null || TypeOf(first)?.SpecialType == SpecialType.System_String)
        {
            return Carried.Nothing;
        }

        return PassingCode.IsSelect(method, hasLambda: call.Arguments.Any(argument => Lambda(argument.Value) is not null)) ? Selected(call, first)
            : PassingCode.IsSequence(method) ? Any(call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } list ? [list] : []).Where(value => Lambda(value) is null).Select(Of))
            : Carried.Nothing;
    }

    // What a lambda makes of the elements of a list. Its other parameters are the number of the element, or what came out so far.
    private Carried Selected(IInvocationOperation call, IOperation list)
    {
        var lambdas = call.Arguments.Select(argument => Lambda(argument.Value)).OfType<IAnonymousFunctionOperation>().ToList();
        if (lambdas.Count != 1)
        {
            return Carried.Nothing;
        }

        var (lambda, elements) = (lambdas[0], Of(list));
        var isAggregate = call.TargetMethod.Name == "Aggregate";
        var seed = isAggregate ? call.Arguments.Select(argument => argument.Value).FirstOrDefault(value => value != list && Lambda(value) is null) : null;
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            _given[parameter] = parameter.Ordinal == 0 && seed is not null ? Of(seed) : parameter.Ordinal == 0 || isAggregate ? Element(elements, parameter.Type) : Carried.Nothing;
        }

        return Any(MemberCode.ReturnedBy(lambda).Select(Of));
    }

    private Carried Created(IObjectCreationOperation made)
    {
        var values = made.Arguments.Select(argument => argument.Value).Concat(made.Initializer?.Initializers.SelectMany(one => one switch
        {
            ISimpleAssignmentOperation assignment => [assignment.Value],
            IInvocationOperation add => add.Arguments.Select(argument => argument.Value),
            _ => [],
        }) ?? []).ToList();
        return made.Type is { SpecialType: SpecialType.System_String } ? new(Highest(values.Select(value => Of(value).Highest)))
            : made.Type is { } list && PassingCode.IsList(list) ? Any(values.Select(Of))
            : Made(values);
    }

    private Carried Made(IEnumerable<IOperation> values) => new(null, Highest(values.Select(value => Text(value, isJson: true))), IsKept: false);

    private Carried Call(IMethodSymbol method, ITypeSymbol? on, IEnumerable<(ISymbol, Carried)> given) => Carries(method.ReturnType) ? data.Call(method, on, Carried.Nothing, given, null) : Carried.Nothing;

    private DataClass? Text(IOperation? operation, bool isJson)
    {
        var value = Of(operation);
        return TypeOf(operation) is { } kind && !isJson && ComputedData.HasNoText(kind) ? null
            : StatedData.Max(value.Highest, value.IsKept ? data.Content(TypeOf(operation), isJson) : null);
    }

    // What joins texts shows the elements of a list.
    private DataClass? Listed(IOperation value, bool isJson)
    {
        var kind = TypeOf(value);
        return !isJson && kind is not null && DataTypes.ElementOf(kind) is { } element && Of(value) is var list
            ? StatedData.Max(Element(list, element).Highest, list.IsKept ? data.Content(element, isJson) : null)
            : Text(value, isJson);
    }

    private static ITypeSymbol? TypeOf(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation?.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : operation?.Type;
    }

    // A truth value, a number, a moment or one of a few names is not the data that it was found out from.
    private static bool Carries(ITypeSymbol result) => result is { TypeKind: not TypeKind.Enum, SpecialType: SpecialType.None or SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Object or >= SpecialType.System_Array }
        && !(result is INamedTypeSymbol { IsValueType: true, IsTupleType: false, TypeArguments.Length: 0 } named && DataTypes.IsFramework(named))
        && !(result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && !Carries(nullable.TypeArguments[0]));

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => value switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IConversionOperation { Operand: var inner } => Lambda(inner),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    private static IOperation? AccessOf(IConditionalAccessInstanceOperation inner)
    {
        for (var around = inner.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && !access.Operation.DescendantsAndSelf().Contains(inner))
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static Carried Any(IEnumerable<Carried> values) => values.Aggregate(Carried.Nothing, (any, value) => any.Or(value));

    private static DataClass? Highest(IEnumerable<DataClass?> classes) => classes.Aggregate((DataClass?)null, StatedData.Max);
}
