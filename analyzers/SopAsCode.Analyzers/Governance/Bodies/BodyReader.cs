using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Reads what a body does. It looks at each operation once, lambdas and local functions included.</summary>
internal sealed class BodyReader(BodyScope scope, BodyFacts facts, StepCalls steps, ServiceUses services, StoreUses stores, PlaceUses places)
{
    /// <summary>Reads the code of one member.</summary>
    /// <param name="code">Its code, in the order of the source.</param>
    /// <param name="home">The type that has the member.</param>
    /// <param name="compilation">The compilation.</param>
    public static BodyFacts Read(IReadOnlyList<IOperation> code, INamedTypeSymbol home, Compilation compilation)
    {
        BodyScope scope = new(code, home, compilation);
        BodyFacts facts = new();
        BodyReader reader = new(scope, facts, new(scope, facts), new(scope, facts), new(scope, facts), new(scope, facts));
        foreach (var operation in code.SelectMany(BodyOperations.Everything))
        {
            reader.Read(operation);
        }

        return facts;
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                ReadCall(call);
                break;
            case IMethodReferenceOperation reference:
                steps.Read(reference.Method, reference.Instance, reference);
                steps.ReadGiven(reference.Method, reference.Instance, reference);
                AddCall(reference.Method, reference, hasRunData: true, reference.Instance);
                ReadImpurity(reference.Method, reference);
                break;
            case IObjectCreationOperation creation:
                services.ReadAi(creation.Type, creation);
                services.ReadMade(creation);
                places.ReadOpened(creation);
                if (creation.Constructor is { } constructor)
                {
                    AddCall(constructor, creation, creation.Arguments.Any(scope.HasRunData), creation);
                    ReadImpurity(constructor, creation);
                }

                break;
            case IPropertyReferenceOperation property:
                ReadReference(property);
                ReadKept(property);
                ReadMember(property);
                ReadAccessors(property);
                ReadImpurity(property.Property, property);
                break;
            case IFieldReferenceOperation field:
                ReadReference(field);
                ReadKept(field);
                ReadMember(field);
                ReadImpurity(field.Field, field);
                break;
            case IParameterReferenceOperation or ILocalReferenceOperation:
                ReadReference(operation);
                break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } when KnownCode.AiHost(text) is { } host:
                facts.Ai.Add(new(host, operation.Syntax, IsStored: false));
                break;
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } when KnownCode.AiHost(text) is { } host:
                facts.Ai.Add(new(host, operation.Syntax, IsStored: false));
                break;
            case IDynamicMemberReferenceOperation reference:
                steps.ReadDynamic(reference);
                if (reference.ContainingType is null)
                {
                    ReadDynamic(operation);
                }

                break;
            case IDynamicInvocationOperation:
                ReadDynamic(operation);
                break;
            default:
                if (OperatorOf(operation) is { } by)
                {
                    AddOperator(by, operation);
                }

                break;
        }
    }

    private static IMethodSymbol? OperatorOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.OperatorMethod,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        _ => null,
    };

    private void ReadDynamic(IOperation operation) => facts.Impure.Add(new("calls what is only known when it runs", "dynamic", IsCertain: false, operation.Syntax));

    private void ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        steps.Read(method, call.Instance, call);
        steps.ReadGiven(method, call.Instance, call);
        steps.ReadReflection(call);
        AddCall(method, call, call.Arguments.Any(scope.HasRunData) || scope.HasRunData(call.Instance), call.Instance);
        places.Read(call);
        ReadImpurity(method, call);
        services.ReadCall(call);
        if (IsTask(method.ReturnType) && !IsDone(method))
        {
            facts.Impure.Add(new("starts work that takes time", $"{method.ContainingType.Name}.{method.Name}", IsCertain: true, call.Syntax));
        }
        else if (IsService(call.Instance, out var service))
        {
            facts.Impure.Add(new("asks a service", $"{service.Name}.{method.Name}", IsCertain: false, call.Syntax));
        }
    }

    // A task that is made of a value takes no time.
    private static bool IsDone(IMethodSymbol method) => method.ContainingType is { Name: "Task" or "ValueTask" } && method.Name is "FromResult" or "FromException";

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" } && KnownCode.IsIn(type, "System");

    // An interface of the team behind a static member: nobody can tell what it does.
    private static bool IsService(IOperation? instance, out ITypeSymbol service)
    {
        service = null!;
        if (BodyOperations.Plain(instance) is IMemberReferenceOperation { Member.IsStatic: true, Type: { TypeKind: TypeKind.Interface } type } && !KnownCode.IsIn(type, "System") && !KnownCode.IsIn(type, "Microsoft"))
        {
            service = type;
        }

        return service is not null;
    }

    private void AddCall(IMethodSymbol method, IOperation at, bool hasRunData, IOperation? instance)
    {
        var target = (method.ReducedFrom ?? method).OriginalDefinition;
        if (scope.IsHere(target) && target.MethodKind != MethodKind.LocalFunction && target.ContainingType is { TypeKind: not TypeKind.Delegate })
        {
            var arguments = at switch
            {
                IInvocationOperation call => call.Arguments,
                IObjectCreationOperation made => made.Arguments,
                _ => [],
            };
            facts.Calls.Add(new(target, at.Syntax, hasRunData, scope.IsKept(instance), instance is not null && scope.Root(instance) is { Symbol.IsStatic: true })
            {
                OnThis = instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
                IsOfBase = instance is { Syntax: BaseExpressionSyntax },
                Sops = steps.SopsOf(arguments),
                Texts = [.. arguments.Where(argument => argument.Value.ConstantValue is { HasValue: true, Value: string }).Select(argument => (argument.Parameter!.Ordinal, (string)argument.Value.ConstantValue.Value!))],
            });
        }
    }

    private void AddOperator(IMethodSymbol by, IOperation at) => AddCall(by, at, scope.HasRunData(at), at);

    // What a member begins with matters for its own object, and for one that the body makes. Data of the run has begun before.
    private void ReadMember(IMemberReferenceOperation reference)
    {
        if (!BodyOperations.IsTarget(reference) && scope.IsHere(reference.Member)
            && (reference.Member.IsStatic || reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } || scope.Origin(reference.Instance) is IObjectCreationOperation))
        {
            facts.Reads.Add(new(reference.Member.OriginalDefinition, reference.Syntax));
        }
    }

    // What a delegate in a field does is done by whoever takes it from there.
    private void ReadKept(IMemberReferenceOperation reference)
    {
        if (reference.Type is { TypeKind: TypeKind.Delegate } && !BodyOperations.IsTarget(reference) && scope.IsHere(reference.Member))
        {
            facts.Kept.Add(new(reference.Member.OriginalDefinition, reference.Syntax, reference.Instance is null or IInstanceReferenceOperation));
        }
    }

    private void ReadAccessors(IPropertyReferenceOperation property)
    {
        var (reads, writes) = Access(property);
        if (reads && property.Property.GetMethod is { } get)
        {
            AddCall(get, property, property.Arguments.Any(scope.HasRunData), property.Instance);
        }

        if (writes && property.Property.SetMethod is { } set)
        {
            AddCall(set, property, property.Parent is IAssignmentOperation { Value: { } value } && scope.HasRunData(value), property.Instance);
        }
    }

    private static (bool Reads, bool Writes) Access(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        IAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        _ => (true, false),
    };

    private void ReadReference(IOperation reference)
    {
        if (BodyOperations.IsTarget(reference))
        {
            stores.Read(reference);
            return;
        }

        services.ReadReference(reference);
        stores.Read(reference);
        stores.ReadPart(reference);
    }

    private void ReadImpurity(ISymbol member, IOperation at)
    {
        if (KnownCode.Impurity(member) is { } what)
        {
            var source = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}";
            facts.Impure.Add(new(what, source, IsCertain: true, at.Syntax) { Kind = KnownCode.IsOutside(what) ? ImpureKind.Outside : ImpureKind.Here, Method = member as IMethodSymbol });
        }
    }
}
