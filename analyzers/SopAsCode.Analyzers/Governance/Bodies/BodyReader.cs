using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>Reads what a body does. It looks at each operation once, lambdas and local functions included.</summary>
internal sealed class BodyReader
{
    private readonly BodyFacts _facts = new();
    private readonly INamedTypeSymbol _home;
    private readonly Compilation _compilation;
    private readonly Dictionary<ISymbol, BodyRoot> _aliases = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _runData = new(SymbolEqualityComparer.Default);

    private BodyReader(INamedTypeSymbol home, Compilation compilation) => (_home, _compilation) = (home, compilation);

    /// <summary>Reads the code of one member.</summary>
    /// <param name="code">Its code, in the order of the source.</param>
    /// <param name="home">The type that has the member.</param>
    /// <param name="compilation">The compilation.</param>
    public static BodyFacts Read(IReadOnlyList<IOperation> code, INamedTypeSymbol home, Compilation compilation)
    {
        var reader = new BodyReader(home, compilation);
        reader.ReadLocals(code);
        foreach (var operation in code.SelectMany(Everything))
        {
            reader.Read(operation);
        }

        return reader._facts;
    }

    // The argument of nameof is not evaluated, and no expression tree runs here.
    private static IEnumerable<IOperation> Everything(IOperation root)
    {
        Stack<IOperation> open = new([root]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next is INameOfOperation)
            {
                continue;
            }

            yield return next;
            foreach (var child in next.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                ReadCall(call);
                break;
            case IMethodReferenceOperation reference:
                ReadStep(reference.Method, reference.Instance, reference);
                AddCall(reference.Method, reference, hasRunData: true, reference.Instance);
                ReadImpurity(reference.Method, reference);
                break;
            case IObjectCreationOperation creation:
                ReadAi(creation.Type, creation);
                ReadMade(creation);
                if (creation.Constructor is { } constructor)
                {
                    AddCall(constructor, creation, creation.Arguments.Any(HasRunData), creation);
                    ReadImpurity(constructor, creation);
                }

                break;
            case IPropertyReferenceOperation property:
                ReadReference(property);
                ReadKept(property);
                ReadAccessors(property);
                ReadImpurity(property.Property, property);
                break;
            case IFieldReferenceOperation field:
                ReadReference(field);
                ReadKept(field);
                ReadImpurity(field.Field, field);
                break;
            case IParameterReferenceOperation or ILocalReferenceOperation:
                ReadReference(operation);
                break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } when KnownCode.AiHost(text) is { } host:
                _facts.Ai.Add(new(host, operation.Syntax, IsStored: false));
                break;
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } when KnownCode.AiHost(text) is { } host:
                _facts.Ai.Add(new(host, operation.Syntax, IsStored: false));
                break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation { ContainingType: null }:
                _facts.Impure.Add(new("calls what is only known when it runs", "dynamic", IsCertain: false, operation.Syntax));
                break;
        }
    }

    private void ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        ReadStep(method, call.Instance, call);
        ReadReflection(call);
        AddCall(method, call, call.Arguments.Any(HasRunData) || HasRunData(call.Instance), call.Instance);
        ReadPlaces(call);
        ReadImpurity(method, call);
        if (method.ContainingType.TypeKind != TypeKind.Delegate && ServiceAsked(call) is { } asked)
        {
            ReadService(new($"service {asked.Name}", asked), asked, call);
        }
        else if (Wrapped(call) is { Type: { } wrapped } service)
        {
            ReadService(new($"service {wrapped.Name}", wrapped), wrapped, service);
        }

        if (KnownCode.AiClient(method.ContainingType) is { } client && !method.IsExtensionMethod)
        {
            _facts.Ai.Add(new(client, call.Syntax, IsStored: false));
        }

        if (IsTask(method.ReturnType) && !IsDone(method))
        {
            _facts.Impure.Add(new("starts work that takes time", $"{method.ContainingType.Name}.{method.Name}", IsCertain: true, call.Syntax));
        }
        else if (IsService(call.Instance, out var service))
        {
            _facts.Impure.Add(new("asks a service", $"{service.Name}.{method.Name}", IsCertain: false, call.Syntax));
        }
    }

    // A task that is made of a value takes no time.
    private static bool IsDone(IMethodSymbol method) => method.ContainingType is { Name: "Task" or "ValueTask" } && method.Name is "FromResult" or "FromException";

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" } && KnownCode.IsIn(type, "System");

    // An interface of the team behind a static member: nobody can tell what it does.
    private static bool IsService(IOperation? instance, out ITypeSymbol service)
    {
        service = null!;
        if (Plain(instance) is IMemberReferenceOperation { Member.IsStatic: true, Type: { TypeKind: TypeKind.Interface } type } && !KnownCode.IsIn(type, "System") && !KnownCode.IsIn(type, "Microsoft"))
        {
            service = type;
        }

        return service is not null;
    }

    // Steps.

    private void ReadStep(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        if (StepOf(method, instance) is { } step)
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(step.ContainingType, _home);
            var name = isOwn ? step.Name : $"{step.ContainingType.Name}.{step.Name}";
            _facts.Steps.Add(new(StepCallKind.Step, name, at.Syntax));
        }
        else if (method.Name is "PerformAsync" or "AskAgentAsync" && (SopSymbols.IsOurs(method.ContainingType, "Sop") || IsRuntime(method, "IPerformer", "SopDispatcher")))
        {
            _facts.Steps.Add(new(StepCallKind.Performer, method.Name, at.Syntax));
        }
        else if ((method.Name == "RunAsync" && IsRuntime(method, "SopDispatcher")) || (method.Name is "Start" or "Fire" && IsRuntime(method, "SopMachine")))
        {
            _facts.Steps.Add(new(StepCallKind.Machine, method.Name, at.Syntax));
        }
    }

    private static bool IsRuntime(IMethodSymbol method, params string[] types)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (types.Contains(type.Name, StringComparer.Ordinal) && type.ContainingAssembly?.Name == SopSymbols.Home && KnownCode.IsIn(type, "SopAsCode.Runtime"))
            {
                return true;
            }
        }

        return false;
    }

    // The step that a call reaches, also through an interface that the SOP implements.
    private IMethodSymbol? StepOf(IMethodSymbol method, IOperation? instance)
    {
        for (var current = method.OriginalDefinition; current is not null; current = current.OverriddenMethod)
        {
            if (IsStep(current))
            {
                return current;
            }
        }

        return method.ContainingType is { TypeKind: TypeKind.Interface }
            && Origin(instance)?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type && SopSymbols.DerivesFrom(type, "Sop")
            && type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation && IsStep(implementation)
            ? implementation
            : null;
    }

    /// <summary>Whether a method is a step of an SOP.</summary>
    public static bool IsStep(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.ContainingType is null)
        {
            return false;
        }

        foreach (var attribute in method.GetAttributes())
        {
            if (SopSymbols.Word(attribute) is { } word && StepKinds.MadeBy(word) is not null)
            {
                return SopSymbols.DerivesFrom(method.ContainingType, "Sop");
            }
        }

        return false;
    }

    // The value before it was converted, and before it was put into a local that is written once.
    private IOperation? Origin(IOperation? operation)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            operation = Plain(operation);
            if (operation is ILocalReferenceOperation { Local: { } local } && _values.TryGetValue(local, out var value) && value is not null)
            {
                operation = value;
                continue;
            }

            break;
        }

        return operation;
    }

    private void ReadReflection(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "GetMethod" or "InvokeMember" or "GetMember" or "CreateDelegate" } method && KnownCode.IsIn(method.ContainingType, "System"))
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: string name } && TypeAsked(call) is { } type && SopSymbols.DerivesFrom(type, "Sop")
                    && type.GetMembers(name).OfType<IMethodSymbol>().Any(IsStep))
                {
                    _facts.Steps.Add(new(StepCallKind.Step, name, call.Syntax));
                }
            }
        }
    }

    private ITypeSymbol? ReflectedType(IOperation? operation) => Origin(operation) switch
    {
        ITypeOfOperation type => type.TypeOperand,
        IInvocationOperation { TargetMethod.Name: "GetType", Instance: { } instance } => instance.Type,
        _ => null,
    };

    private INamedTypeSymbol? TypeAsked(IInvocationOperation call) =>
        (ReflectedType(call.Instance) ?? call.Arguments.Select(argument => ReflectedType(argument.Value)).FirstOrDefault(type => type is not null)) as INamedTypeSymbol
        ?? (call.Instance is null ? _home : null);

    // Calls.

    private void AddCall(IMethodSymbol method, IOperation at, bool hasRunData, IOperation? instance)
    {
        var target = (method.ReducedFrom ?? method).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, _compilation.Assembly) && target.MethodKind != MethodKind.LocalFunction && target.ContainingType is { TypeKind: not TypeKind.Delegate })
        {
            _facts.Calls.Add(new(target, at.Syntax, hasRunData, IsKept(instance), instance is not null && Root(instance) is { Symbol.IsStatic: true }));
        }
    }

    // What a delegate in a field does is done by whoever takes it from there.
    private void ReadKept(IMemberReferenceOperation reference)
    {
        if (reference.Type is { TypeKind: TypeKind.Delegate } && !IsTarget(reference) && SymbolEqualityComparer.Default.Equals(reference.Member.ContainingAssembly, _compilation.Assembly))
        {
            _facts.Kept.Add(new(reference.Member.OriginalDefinition, reference.Syntax, reference.Instance is null or IInstanceReferenceOperation));
        }
    }

    private void ReadAccessors(IPropertyReferenceOperation property)
    {
        var (reads, writes) = Access(property);
        if (reads && property.Property.GetMethod is { } get)
        {
            AddCall(get, property, property.Arguments.Any(HasRunData), property.Instance);
        }

        if (writes && property.Property.SetMethod is { } set)
        {
            AddCall(set, property, property.Parent is IAssignmentOperation { Value: { } value } && HasRunData(value), property.Instance);
        }
    }

    private static (bool Reads, bool Writes) Access(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        IAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        _ => (true, false),
    };

    // AI, services, stores.

    private void ReadAi(ITypeSymbol? type, IOperation at)
    {
        if (KnownCode.AiClient(type) is { } client)
        {
            _facts.Ai.Add(new(client, at.Syntax, IsStoredAway(at)));
        }
    }

    private static bool IsStoredAway(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or ICoalesceOperation)
        {
            parent = parent.Parent;
        }

        return parent is IFieldInitializerOperation or IPropertyInitializerOperation or ISimpleAssignmentOperation { Target: IMemberReferenceOperation };
    }

    private void ReadReference(IOperation reference)
    {
        if (IsTarget(reference))
        {
            ReadStore(reference);
            return;
        }

        ReadAi(reference.Type, reference);
        if ((OwnMember(reference) ?? StaticService(reference)) is { } own && reference.Type is { } type && !SopSymbols.IsOurs(type, "StepContext"))
        {
            ReadService(own, type, reference);
        }

        ReadStore(reference);
        ReadPart(reference);
    }

    // What an object holds that outlives the call: 'shelf.Last', 'Shelf.Instance.Last'.
    private void ReadPart(IOperation reference)
    {
        if (reference is IFieldReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation, Member: { } member } && IsKept(instance)
            && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _compilation.Assembly))
        {
            _facts.Stores.Add(new(KeyOf(member.OriginalDefinition), $"{member.ContainingType.Name}.{member.Name}", StoreKind.Outside, StoreAccess.Read, HasRunData: false, reference.Syntax));
        }
    }

    // An object that is made on the spot is the service that it stands for.
    private void ReadMade(IObjectCreationOperation creation)
    {
        if (creation.Type is { TypeKind: TypeKind.Class, IsRecord: false } type && !KnownCode.IsPlain(type) && KnownCode.AiClient(type) is null && !IsStoredAway(creation))
        {
            foreach (var service in type.AllInterfaces)
            {
                if (!KnownCode.IsPlain(service))
                {
                    _facts.Services.Add(new(service.ToDisplayString(), service, CallOn(creation)?.TargetMethod, creation.Syntax));
                }
            }
        }
    }

    private static bool IsTarget(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    private void ReadService(BodyRoot root, ITypeSymbol type, IOperation at)
    {
        if (KnownCode.IsPlain(type) || KnownCode.AiClient(type) is not null || SopSymbols.IsOurs(type, "Sop"))
        {
            return;
        }

        var call = CallOn(at);
        if (IsStoredAway(at) && call is null)
        {
            return;
        }

        var key = type.TypeKind == TypeKind.Delegate || KnownCode.IsIn(type, "System") ? root.Key : type.ToDisplayString();
        _facts.Services.Add(new(key, type, call?.TargetMethod ?? (at.Parent as IMethodReferenceOperation)?.Method, (call ?? at).Syntax));
        if (call is not null && call.TargetMethod.Parameters.Any(KnownCode.IsPrompt))
        {
            _facts.Ai.Add(new(type.Name, call.Syntax, IsStored: false));
        }
    }

    // The call whose receiver a reference is: 'mail.SendAsync(…)', 'mail?.SendAsync(…)', 'mail.SendAllAsync(…)' as an extension, 'send(…)'.
    private static IInvocationOperation? CallOn(IOperation reference)
    {
        var top = reference;
        while (top.Parent is IConversionOperation)
        {
            top = top.Parent;
        }

        return top.Parent switch
        {
            IInvocationOperation call when call.Instance == top => call,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } argument when extension.Arguments[0] == argument => extension,
            IConditionalAccessOperation { WhenNotNull: var then } access when access.Operation == top =>
                then.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => call.Instance is IConditionalAccessInstanceOperation),
            _ => null,
        };
    }

    // The service that is asked for by its type: 'services.GetRequiredService<IMail>()'.
    private static INamedTypeSymbol? ServiceAsked(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService"))
        {
            return null;
        }

        return call.TargetMethod.TypeArguments.Length == 1 ? call.TargetMethod.TypeArguments[0] as INamedTypeSymbol
            : call.Arguments.Select(argument => Plain(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand as INamedTypeSymbol;
    }

    // The service on which a call is made, where the object holds it in something of the framework: 'mail.Value.SendAsync(…)' of a Lazy, 'mails.First().SendAsync(…)', 'make().SendAsync(…)'.
    private IOperation? Wrapped(IInvocationOperation call) =>
        call.Instance is { Type: { TypeKind: TypeKind.Interface or TypeKind.Class } } instance && Origin(instance) is { } origin && OwnMember(origin) is null && origin is IPropertyReferenceOperation or IInvocationOperation && IsHeld(origin, depth: 0)
            ? instance
            : null;

    private bool IsHeld(IOperation? operation, int depth) => depth < 8 && Origin(operation) switch
    {
        { } reference when OwnMember(reference) is not null => true,
        IPropertyReferenceOperation { Instance: { } instance, Property: { } property } when IsOfFramework(property.ContainingType) => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when IsOfFramework(method.ContainingType) => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: null, Arguments: { Length: > 0 } arguments, TargetMethod: { } method } when IsOfFramework(method.ContainingType) => IsHeld(arguments[0].Value, depth + 1),
        IArrayElementReferenceOperation element => IsHeld(element.ArrayReference, depth + 1),
        _ => false,
    };

    private static bool IsOfFramework(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate || KnownCode.IsIn(type, "System") || KnownCode.IsIn(type, "Microsoft");

    // A member of the object itself, or a parameter of its primary constructor.
    private static BodyRoot? OwnMember(IOperation reference) => reference switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member and (IFieldReferenceOperation or IPropertyReferenceOperation) =>
            new(KeyOf(member.Member), member.Member),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => new(KeyOf(parameter), parameter),
        _ => null,
    };

    private static BodyRoot? StaticService(IOperation reference) =>
        reference is IMemberReferenceOperation { Member: { IsStatic: true } member, Type.TypeKind: TypeKind.Interface } ? new(KeyOf(member), member) : null;

    /// <summary>The key by which a variable is known.</summary>
    public static string KeyOf(ISymbol symbol) => symbol is IParameterSymbol ? $"{symbol.ContainingType.ToDisplayString()}({symbol.Name})" : $"{symbol.ContainingType?.ToDisplayString()}.{symbol.Name}";

    private void ReadStore(IOperation reference)
    {
        if (Root(reference) is not { } root)
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

        _facts.Stores.Add(new(root.Key, name, kind, access, hasRunData, top.Syntax) { IsLazy = isLazy });
        if (kind == StoreKind.Static)
        {
            if (isLazy)
            {
                // It is found out once and kept, which changes no result.
            }
            else if ((access & (StoreAccess.Write | StoreAccess.Assign)) != StoreAccess.None)
            {
                _facts.Impure.Add(new("changes what outlives it", name, IsCertain: true, top.Syntax) { Kind = ImpureKind.Store });
            }
            else if (IsChangeable(root.Symbol) || KnownCode.IsAmbient(TypeOf(root.Symbol)))
            {
                _facts.Impure.Add(new("reads what other code may change", name, IsCertain: false, top.Syntax) { Kind = ImpureKind.Store });
            }
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
            _facts.Impure.Add(new("changes a value of the run", root.Symbol.Name, IsCertain: true, top.Syntax) { Kind = ImpureKind.Parameter });
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    // Code that can be seen may assign it after the start of the program.
    private bool IsChangeable(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly) && symbol switch
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
                return (assign, HasRunData(assignment.Value) || Arguments(top).Any(HasRunData), false);
            case ICoalesceAssignmentOperation assignment when assignment.Target == top:
                return (assign | StoreAccess.Read, HasRunData(assignment.Value), true);
            case IAssignmentOperation assignment when assignment.Target == top:
                return (assign | (IsUsed(assignment) ? StoreAccess.Read : StoreAccess.None), HasRunData(assignment.Value) || Arguments(top).Any(HasRunData), false);
            case IIncrementOrDecrementOperation increment:
                return (assign | (IsUsed(increment) ? StoreAccess.Read : StoreAccess.None), Arguments(top).Any(HasRunData), false);
            case ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple when deconstruction.Target == tuple:
                return (assign, HasRunData(deconstruction.Value), false);
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation call }:
                return (assign | (IsUsed(call) ? StoreAccess.Read : StoreAccess.None), call.Arguments.Any(argument => argument.Value != top && HasRunData(argument.Value)), false);
            case IMethodReferenceOperation reference when reference.Instance == top && Keeps(top.Type, reference.Method):
                return (StoreAccess.Write, Around(reference) is { } given && (HasRunData(given.Instance) || given.Arguments.Any(argument => !argument.DescendantsAndSelf().Contains(reference) && HasRunData(argument))), false);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when _aliases.ContainsKey(declarator.Symbol):
                return default;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                return default;
        }

        if (CallOn(top) is { } method && Keeps(top.Type, method.TargetMethod))
        {
            var isLazy = method.TargetMethod.Name is "GetOrAdd" or "GetOrCreate" or "GetOrCreateAsync";
            if (isLazy)
            {
                // A value that is found out when it is missing is a cache, unless the value itself is given.
                var value = method.Arguments.Select(argument => Plain(argument.Value)).LastOrDefault();
                return value is null || value.Type?.TypeKind == TypeKind.Delegate || value is IDelegateCreationOperation or IAnonymousFunctionOperation
                    ? (StoreAccess.Read | StoreAccess.Write, false, true)
                    : (StoreAccess.Write | StoreAccess.Read, HasRunData(value), true);
            }

            if (KnownCode.Puts(method.TargetMethod) || KnownCode.IsCache(top.Type))
            {
                return (StoreAccess.Write | (IsUsed(method) ? StoreAccess.Read : StoreAccess.None), method.Arguments.Any(argument => argument.Value != top && HasRunData(argument.Value)), false);
            }

            return (StoreAccess.Write | (IsUsed(method) || method.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.Out) ? StoreAccess.Read : StoreAccess.None), false, false);
        }

        return (StoreAccess.Read, false, false);
    }

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

    private static readonly (string Type, string Write, string Read, string Words)[] Places =
    [
        ("System.Environment", "SetEnvironmentVariable", "GetEnvironmentVariable", "environment variable"),
        ("System.AppContext", "SetData", "GetData", "process data"),
        ("System.AppDomain", "SetData", "GetData", "process data"),
        ("System.Threading.Thread", "SetData", "GetData", "thread data"),
        ("System.IO.File", "WriteAllText", "ReadAllText", "file"),
        ("System.IO.File", "WriteAllTextAsync", "ReadAllTextAsync", "file"),
        ("System.IO.File", "AppendAllText", "ReadLines", "file"),
        ("System.IO.File", "AppendAllTextAsync", "ReadLinesAsync", "file"),
        ("System.IO.File", "WriteAllLines", "ReadAllLines", "file"),
        ("System.IO.File", "WriteAllLinesAsync", "ReadAllLinesAsync", "file"),
        ("System.IO.File", "WriteAllBytes", "ReadAllBytes", "file"),
        ("System.IO.File", "WriteAllBytesAsync", "ReadAllBytesAsync", "file"),
        ("System.IO.File", "AppendAllLines", "OpenRead", "file"),
        ("System.IO.File", "AppendAllLinesAsync", "OpenText", "file"),
    ];

    // A place that has a name, such as a file. The name is the text of its argument; two texts that differ are two places.
    private void ReadPlaces(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Length == 0 || Array.Find(Places, place => (place.Write == method.Name || place.Read == method.Name) && KnownCode.IsOf(method, place.Type)) is not { Type: { } type } known)
        {
            return;
        }

        var name = call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string constant } ? constant : call.Arguments[0].Syntax.ToString();
        var isWrite = method.Name == known.Write;
        var kind = known.Words == "file" ? StoreKind.Outside : StoreKind.Static;
        _facts.Stores.Add(new($"{known.Words} {name}", $"{known.Words} {name}", kind, isWrite ? StoreAccess.Write : StoreAccess.Read, isWrite && call.Arguments.Skip(1).Any(HasRunData), call.Syntax));
    }

    private void ReadImpurity(ISymbol member, IOperation at)
    {
        if (KnownCode.Impurity(member) is { } what)
        {
            var source = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}";
            _facts.Impure.Add(new(what, source, IsCertain: true, at.Syntax) { Kind = KnownCode.IsOutside(what) ? ImpureKind.Outside : ImpureKind.Here });
        }
    }

    // Roots.

    // The variable of which an expression names a part; null when it names a part of nothing that is known.
    private BodyRoot? Root(IOperation? operation)
    {
        while (true)
        {
            switch (Plain(operation))
            {
                case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                    return new(KeyOf(Backing(property)), Backing(property));
                case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                    return new(KeyOf(field), field);
                case IMemberReferenceOperation member when OwnMember(member) is { } own:
                    return own with { IsOutside = KnownCode.IsCache(member.Type) };
                case IMemberReferenceOperation { Instance: { } instance }:
                    operation = instance;
                    continue;
                case IArrayElementReferenceOperation element:
                    operation = element.ArrayReference;
                    continue;
                case IParameterReferenceOperation parameter:
                    return new(KeyOf(parameter.Parameter), parameter.Parameter);
                case ILocalReferenceOperation { Local: { } local }:
                    return _aliases.TryGetValue(local, out var alias) ? alias : null;
                default:
                    return null;
            }
        }
    }

    // A static property that only hands out a field is that field.
    private static ISymbol Backing(IPropertySymbol property)
    {
        if (property.GetMethod is { DeclaringSyntaxReferences: { Length: 1 } declared } && declared[0].GetSyntax() is ArrowExpressionClauseSyntax { Expression: IdentifierNameSyntax name }
            && property.ContainingType.GetMembers(name.Identifier.ValueText) is { Length: 1 } members && members[0] is IFieldSymbol { IsStatic: true } field)
        {
            return field;
        }

        return property;
    }

    private bool IsKept(IOperation? instance) => instance is null || instance is IInstanceReferenceOperation || Root(instance) is { Symbol: not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } };

    private static IOperation? Plain(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    continue;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    continue;
                case IConditionalAccessInstanceOperation inner:
                    var access = inner.Parent;
                    while (access is not null && !(access is IConditionalAccessOperation outer && !outer.Operation.DescendantsAndSelf().Contains(inner)))
                    {
                        access = access.Parent;
                    }

                    operation = (access as IConditionalAccessOperation)?.Operation;
                    continue;
                default:
                    return operation;
            }
        }
    }

    // Locals.

    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);

    // Which locals stand for something that outlives the call, and which hold data of the run.
    private void ReadLocals(IReadOnlyList<IOperation> code)
    {
        List<(ISymbol Local, IOperation Value)> given = [];
        foreach (var operation in code.SelectMany(Everything))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: { } local, Initializer.Value: { } value }:
                    Give(local, value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local }, Value: { } value }:
                    Give(local, value);
                    break;
                case IForEachLoopOperation loop:
                    loop.Locals.ToList().ForEach(local => given.Add((local, loop.Collection)));
                    break;
                case IIsPatternOperation pattern:
                    given.AddRange(pattern.Pattern.DescendantsAndSelf().OfType<IDeclarationPatternOperation>().Select(declared => declared.DeclaredSymbol).OfType<ISymbol>().Select(local => (local, pattern.Value)));
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument:
                    given.AddRange(argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().SelectMany(local => call.Arguments.Select(from => ((ISymbol)local.Local, from.Value))));
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    given.AddRange(deconstruction.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(local => ((ISymbol)local.Local, deconstruction.Value)));
                    break;
            }
        }

        for (var count = -1; count != _runData.Count;)
        {
            count = _runData.Count;
            given.ForEach(pair => _ = HasRunData(pair.Value) && _runData.Add(pair.Local));
        }

        foreach (var pair in given)
        {
            // Only an object can be changed through another name.
            if (pair.Local is ILocalSymbol { Type.IsReferenceType: true, Type.SpecialType: SpecialType.None } && _values.TryGetValue(pair.Local, out var value) && value == pair.Value
                && Root(value) is { } root && root.Symbol is not IParameterSymbol)
            {
                _aliases[pair.Local] = root;
            }
        }

        void Give(ISymbol local, IOperation value)
        {
            given.Add((local, value));
            _values[local] = _values.ContainsKey(local) ? null : value;
        }
    }

    private bool HasRunData(IOperation? operation) => operation?.DescendantsAndSelf().Any(part => part switch
    {
        IParameterReferenceOperation { Parameter: { } parameter } => IsRunData(parameter),
        ILocalReferenceOperation { Local: { } local } => _runData.Contains(local),
        _ => false,
    }) == true;

    private static bool IsRunData(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor }
        && !(parameter.Type is INamedTypeSymbol type && SopSymbols.DerivesFrom(type, "Sop"))
        && parameter.Type is not { Name: "CancellationToken" or "StepContext" };
}

/// <summary>A variable that an expression names a part of.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Symbol">The variable.</param>
internal sealed record BodyRoot(string Key, ISymbol Symbol)
{
    /// <summary>It is a service that keeps things.</summary>
    public bool IsOutside { get; init; }
}
