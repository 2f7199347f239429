using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>Finds the services and the clients of an AI that a body uses.</summary>
internal sealed class ServiceUses(BodyScope scope, BodyFacts facts)
{
    /// <summary>A value that may be the client of an AI.</summary>
    public void ReadAi(ITypeSymbol? type, IOperation at)
    {
        if (KnownCode.AiClient(type) is { } client)
        {
            facts.Ai.Add(new(client, at.Syntax, BodyOperations.IsStoredAway(at)));
        }
    }

    /// <summary>An object that is made on the spot is the service that it stands for.</summary>
    public void ReadMade(IObjectCreationOperation creation)
    {
        if (creation.Type is { TypeKind: TypeKind.Class, IsRecord: false } type && !KnownCode.IsPlain(type) && KnownCode.AiClient(type) is null && !BodyOperations.IsStoredAway(creation))
        {
            foreach (var service in type.AllInterfaces)
            {
                if (!KnownCode.IsPlain(service))
                {
                    facts.Services.Add(new(KeyOf(service), service, BodyOperations.CallOn(creation)?.TargetMethod, creation.Syntax));
                }
            }
        }
    }

    /// <summary>A service that a call asks for or finds in something of the framework, and an AI that it asks.</summary>
    public void ReadCall(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.TypeKind != TypeKind.Delegate && ServiceAsked(call) is { } asked)
        {
            ReadService(new($"service {asked.Name}", asked), asked, call);
        }
        else if (Wrapped(call) is { Type: { } wrapped } service)
        {
            ReadService(new($"service {wrapped.Name}", wrapped), wrapped, service, IsHandedOut(service));
        }

        // What takes a prompt and takes its time to answer is an AI, whoever holds it.
        if (call.TargetMethod is { ContainingType: { TypeKind: TypeKind.Interface } asker } method && !KnownCode.IsPlain(asker) && KnownCode.IsAnswer(method.ReturnType) && method.Parameters.Any(KnownCode.IsPrompt))
        {
            facts.Ai.Add(new(asker.Name, call.Syntax, IsStored: false));
        }

        if (KnownCode.AiClient(call.TargetMethod.ContainingType) is { } client && !call.TargetMethod.IsExtensionMethod)
        {
            facts.Ai.Add(new(client, call.Syntax, IsStored: false));
        }
    }

    /// <summary>A member, parameter or local that may be a service.</summary>
    public void ReadReference(IOperation reference)
    {
        ReadAi(reference.Type, reference);
        if (ServiceIn(reference.Type) is not { } type)
        {
            return;
        }

        if ((BodyScope.OwnMember(reference) ?? StaticService(reference)) is { } own)
        {
            if (!SopSymbols.IsOurs(type, "StepContext"))
            {
                ReadService(own, type, reference, IsHolder(reference));
            }
        }
        else if (reference is IMemberReferenceOperation { Instance: { } holder } && type.TypeKind == TypeKind.Interface && BodyOperations.CallOn(reference) is null && IsHeld(holder, depth: 0))
        {
            ReadService(new($"service {type.Name}", type), type, reference, IsHandedOut(reference));
        }
    }

    // What a type parameter stands for is at least what it is bound to.
    private static ITypeSymbol? ServiceIn(ITypeSymbol? type) => type is ITypeParameterSymbol { ConstraintTypes: var bounds } ? bounds.FirstOrDefault(bound => !KnownCode.IsPlain(bound)) : type;

    // An object of the project from which a body only takes a service.
    private bool IsHolder(IOperation reference) =>
        reference is { Type.TypeKind: TypeKind.Class } && reference.Parent is IMemberReferenceOperation { Type: { TypeKind: TypeKind.Interface } type } part && part.Instance == reference && scope.IsHere(part.Member) && !KnownCode.IsPlain(type);

    // What another service hands out is behind that service.
    private bool IsHandedOut(IOperation service) => scope.Origin(service) switch
    {
        IMemberReferenceOperation { Instance.Type: { TypeKind: TypeKind.Interface } of } => !KnownCode.IsPlain(of),
        IInvocationOperation { Instance.Type: { TypeKind: TypeKind.Interface } of } => !KnownCode.IsPlain(of),
        _ => false,
    };

    private void ReadService(BodyRoot root, ITypeSymbol type, IOperation at, bool isAside = false)
    {
        if (KnownCode.IsPlain(type) || KnownCode.AiClient(type) is not null || SopSymbols.IsOurs(type, "Sop"))
        {
            return;
        }

        if (BodyOperations.IsStoredAway(at))
        {
            return;
        }

        var call = BodyOperations.CallOn(at);
        var key = type.TypeKind == TypeKind.Delegate || KnownCode.IsIn(type, "System") ? root.Key : KeyOf(type);
        facts.Services.Add(new(key, type, call?.TargetMethod ?? (at.Parent as IMethodReferenceOperation)?.Method, (call ?? at).Syntax) { Base = BaseOf(type, call, at), IsAside = isAside });
        if (call is not null && call.TargetMethod.Parameters.Any(KnownCode.IsPrompt))
        {
            facts.Ai.Add(new(type.Name, call.Syntax, IsStored: false));
        }
    }

    // The type that declares what is called, or for which the service is taken: 'IMail' for an 'IOutbound : IMail'.
    private static ITypeSymbol? BaseOf(ITypeSymbol type, IInvocationOperation? call, IOperation at)
    {
        var declared = call switch
        {
            { TargetMethod: { IsExtensionMethod: true } extension } => extension.Parameters[0].Type,
            { TargetMethod: { ContainingType: { } home } method } => home.TypeKind == TypeKind.Interface ? home
                : home.AllInterfaces.FirstOrDefault(own => !KnownCode.IsPlain(own) && own.GetMembers().Any(member => SymbolEqualityComparer.Default.Equals(home.FindImplementationForInterfaceMember(member), method))),
            null => (at.Parent as IConversionOperation)?.Type,
        };
        return declared is { TypeKind: TypeKind.Interface } && !KnownCode.IsPlain(declared) && !SymbolEqualityComparer.Default.Equals(declared, type) ? declared : null;
    }

    // The service that is asked for by its type: 'services.GetRequiredService<IMail>()'.
    private static INamedTypeSymbol? ServiceAsked(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService"))
        {
            return null;
        }

        return call.TargetMethod.TypeArguments.Length == 1 ? call.TargetMethod.TypeArguments[0] as INamedTypeSymbol
            : call.Arguments.Select(argument => BodyOperations.Plain(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand as INamedTypeSymbol;
    }

    // The service on which a call is made, where the object holds it in something: 'mail.Value.SendAsync(…)' of a Lazy, 'mails[0].SendAsync(…)', 'make().SendAsync(…)', an element of a loop, or
    // 'services.Mail.SendAsync(…)' of an object of the project.
    private IOperation? Wrapped(IInvocationOperation call) =>
        call.Instance is { Type: { TypeKind: TypeKind.Interface or TypeKind.Class } type } instance && scope.Origin(instance) is { } origin && BodyScope.OwnMember(origin) is null
        && (origin is IInvocationOperation or IArrayElementReferenceOperation || (origin is IMemberReferenceOperation && !type.IsRecord) || (scope.CollectionOf(origin) is not null && type.TypeKind == TypeKind.Interface))
        && IsHeld(origin, depth: 0)
            ? instance
            : null;

    private bool IsHeld(IOperation? operation, int depth) => depth < 8 && scope.Origin(operation) switch
    {
        { } reference when BodyScope.OwnMember(reference) is not null => true,
        { } element when scope.CollectionOf(element) is { } collection => IsHeld(collection, depth + 1),
        IPropertyReferenceOperation { Instance: { } instance } => IsHeld(instance, depth + 1),
        IFieldReferenceOperation { Instance: { } instance } => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when IsOfFramework(method.ContainingType) || IsMaker(method) => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: null, Arguments: { Length: > 0 } arguments, TargetMethod: { } method } when IsOfFramework(method.ContainingType) => IsHeld(arguments[0].Value, depth + 1),
        IArrayElementReferenceOperation element => IsHeld(element.ArrayReference, depth + 1),
        _ => false,
    };

    // 'mails.Open(…)', which returns an IMail.
    private static bool IsMaker(IMethodSymbol method) =>
        (method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 1 } later ? later.TypeArguments[0] : method.ReturnType).TypeKind == TypeKind.Interface;

    // What may be null is the same service.
    private static string KeyOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsOfFramework(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate || KnownCode.IsIn(type, "System") || KnownCode.IsIn(type, "Microsoft");

    private static BodyRoot? StaticService(IOperation reference) =>
        reference is IMemberReferenceOperation { Member: { IsStatic: true } member, Type.TypeKind: TypeKind.Interface } ? new(BodyScope.KeyOf(member), member) : null;
}
