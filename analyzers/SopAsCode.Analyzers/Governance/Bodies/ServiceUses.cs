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
            ReadService(new($"service {wrapped.Name}", wrapped), wrapped, service);
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
        if ((BodyScope.OwnMember(reference) ?? StaticService(reference)) is { } own && reference.Type is { } type && !SopSymbols.IsOurs(type, "StepContext"))
        {
            ReadService(own, type, reference);
        }
    }

    private void ReadService(BodyRoot root, ITypeSymbol type, IOperation at)
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
        facts.Services.Add(new(key, type, call?.TargetMethod ?? (at.Parent as IMethodReferenceOperation)?.Method, (call ?? at).Syntax));
        if (call is not null && call.TargetMethod.Parameters.Any(KnownCode.IsPrompt))
        {
            facts.Ai.Add(new(type.Name, call.Syntax, IsStored: false));
        }
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

    // The service on which a call is made, where the object holds it in something of the framework: 'mail.Value.SendAsync(…)' of a Lazy, 'mails.First().SendAsync(…)', 'mails[0].SendAsync(…)', 'make().SendAsync(…)'.
    private IOperation? Wrapped(IInvocationOperation call) =>
        call.Instance is { Type: { TypeKind: TypeKind.Interface or TypeKind.Class } } instance && scope.Origin(instance) is { } origin && BodyScope.OwnMember(origin) is null && origin is IPropertyReferenceOperation or IInvocationOperation or IArrayElementReferenceOperation && IsHeld(origin, depth: 0)
            ? instance
            : null;

    private bool IsHeld(IOperation? operation, int depth) => depth < 8 && scope.Origin(operation) switch
    {
        { } reference when BodyScope.OwnMember(reference) is not null => true,
        IPropertyReferenceOperation { Instance: { } instance, Property: { } property } when IsOfFramework(property.ContainingType) => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when IsOfFramework(method.ContainingType) => IsHeld(instance, depth + 1),
        IInvocationOperation { Instance: null, Arguments: { Length: > 0 } arguments, TargetMethod: { } method } when IsOfFramework(method.ContainingType) => IsHeld(arguments[0].Value, depth + 1),
        IArrayElementReferenceOperation element => IsHeld(element.ArrayReference, depth + 1),
        _ => false,
    };

    // What may be null is the same service.
    private static string KeyOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsOfFramework(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate || KnownCode.IsIn(type, "System") || KnownCode.IsIn(type, "Microsoft");

    private static BodyRoot? StaticService(IOperation reference) =>
        reference is IMemberReferenceOperation { Member: { IsStatic: true } member, Type.TypeKind: TypeKind.Interface } ? new(BodyScope.KeyOf(member), member) : null;
}
