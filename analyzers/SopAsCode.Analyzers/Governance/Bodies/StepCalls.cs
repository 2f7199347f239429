using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>Finds the calls of a body to steps, to those who perform them, and to machines.</summary>
internal sealed class StepCalls(BodyScope scope, BodyFacts facts)
{
    /// <summary>A method that is called or handed on.</summary>
    public void Read(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        if (StepOf(method, instance) is { } step)
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(step.ContainingType, scope.Home);
            var name = isOwn ? step.Name : $"{step.ContainingType.Name}.{step.Name}";
            facts.Steps.Add(new(StepCallKind.Step, name, at.Syntax));
        }
        else if (method.Name is "PerformAsync" or "AskAgentAsync" && (SopSymbols.IsOurs(method.ContainingType, "Sop") || IsRuntime(method, "IPerformer", "SopDispatcher")))
        {
            facts.Steps.Add(new(StepCallKind.Performer, method.Name, at.Syntax));
        }
        else if ((method.Name == "RunAsync" && IsRuntime(method, "SopDispatcher")) || (method.Name is "Start" or "Fire" && IsRuntime(method, "SopMachine")))
        {
            facts.Steps.Add(new(StepCallKind.Machine, method.Name, at.Syntax));
        }
    }

    /// <summary>A method of a parameter that an SOP may be given for.</summary>
    public void ReadGiven(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        if (scope.Origin(instance) is IParameterReferenceOperation { Parameter: { } parameter } && MayBeSop(method.ContainingType) && (method.IsAbstract || method.IsVirtual || method.IsOverride))
        {
            facts.Given.Add(new(method, parameter.OriginalDefinition, at.Syntax));
        }
    }

    /// <summary>The arguments of a call that may be SOPs.</summary>
    public IReadOnlyList<GivenSop> SopsOf(IEnumerable<IArgumentOperation> arguments)
    {
        List<GivenSop>? sops = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } taking && MayBeSop(taking.OriginalDefinition.Type))
            {
                var origin = scope.Origin(argument.Value);
                var sop = origin?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type && SopSymbols.DerivesFrom(type, "Sop") ? type : null;
                var from = origin is IParameterReferenceOperation { Parameter: { } parameter } && MayBeSop(parameter.OriginalDefinition.Type) ? parameter.OriginalDefinition : null;
                if (sop is not null || from is not null)
                {
                    (sops ??= []).Add(new(taking.Ordinal, sop, from, origin is IInstanceReferenceOperation));
                }
            }
        }

        return sops ?? (IReadOnlyList<GivenSop>)[];
    }

    private static bool MayBeSop(ITypeSymbol type) => type is ITypeParameterSymbol || (type is INamedTypeSymbol named
        && (named.TypeKind == TypeKind.Interface ? !KnownCode.IsPlain(named) : named.TypeKind == TypeKind.Class && SopSymbols.DerivesFrom(named, "Sop")));

    /// <summary>A call that looks the method up when it runs: <c>((dynamic)this).Send(…)</c>.</summary>
    public void ReadDynamic(IDynamicMemberReferenceOperation reference)
    {
        if ((reference.Instance is null ? reference.ContainingType : scope.Origin(reference.Instance)?.Type) is INamedTypeSymbol type && SopSymbols.DerivesFrom(type, "Sop")
            && type.GetMembers(reference.MemberName).OfType<IMethodSymbol>().ToList() is { Count: > 0 } named && named.TrueForAll(IsStep))
        {
            facts.Steps.Add(new(StepCallKind.Step, reference.MemberName, reference.Syntax.Parent is InvocationExpressionSyntax call ? call : reference.Syntax));
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
            && scope.Origin(instance)?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type && SopSymbols.DerivesFrom(type, "Sop")
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

    /// <summary>A call that finds a step by its name.</summary>
    public void ReadReflection(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "GetMethod" or "InvokeMember" or "GetMember" or "CreateDelegate" } method && KnownCode.IsIn(method.ContainingType, "System"))
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: string name } && SopAsked(call) is { } type && type.GetMembers(name).OfType<IMethodSymbol>().Any(IsStep))
                {
                    facts.Steps.Add(new(StepCallKind.Step, name, call.Syntax));
                }
            }
        }
    }

    private ITypeSymbol? ReflectedType(IOperation? operation) => scope.Origin(operation) switch
    {
        ITypeOfOperation type => type.TypeOperand,
        IInvocationOperation { TargetMethod.Name: "GetType", Instance: { } instance } => instance.Type,
        _ => null,
    };

    private INamedTypeSymbol? SopAsked(IInvocationOperation call) => call.Arguments.Select(argument => argument.Value).Prepend(call.Instance)
        .SelectMany(value => new[] { ReflectedType(value), scope.Origin(value)?.Type })
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(type => SopSymbols.DerivesFrom(type, "Sop"));
}
