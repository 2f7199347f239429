using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>What the names in a body stand for: which locals are something that outlives the call, and which hold data of the run.</summary>
internal sealed class BodyScope
{
    private readonly Dictionary<ISymbol, BodyRoot> _aliases = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _runData = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _elements = new(SymbolEqualityComparer.Default);

    /// <summary>Reads the locals of some code.</summary>
    /// <param name="code">The code of one member, in the order of the source.</param>
    /// <param name="home">The type that has the member.</param>
    /// <param name="compilation">The compilation.</param>
    public BodyScope(IReadOnlyList<IOperation> code, INamedTypeSymbol home, Compilation compilation)
    {
        (Home, Compilation) = (home, compilation);
        ReadLocals(code);
    }

    /// <summary>The type that has the member.</summary>
    public INamedTypeSymbol Home { get; }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>A local that stands for something that outlives the call.</summary>
    public bool IsAlias(ISymbol local) => _aliases.ContainsKey(local);

    /// <summary>Code of the compilation declares it.</summary>
    public bool IsHere(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>It holds data of the run.</summary>
    public bool HasRunData(IOperation? operation) => operation?.DescendantsAndSelf().Any(part => part switch
    {
        IParameterReferenceOperation { Parameter: { } parameter } => IsRunData(parameter),
        ILocalReferenceOperation { Local: { } local } => _runData.Contains(local),
        _ => false,
    }) == true;

    private static bool IsRunData(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor }
        && !(parameter.Type is INamedTypeSymbol type && SopSymbols.DerivesFrom(type, "Sop"))
        && parameter.Type is not { Name: "CancellationToken" or "StepContext" };

    /// <summary>The variable of which an expression names a part; null when it names a part of nothing that is known.</summary>
    public BodyRoot? Root(IOperation? operation)
    {
        while (true)
        {
            switch (BodyOperations.Plain(operation))
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

    /// <summary>It outlives the call.</summary>
    public bool IsKept(IOperation? instance) => instance is null || instance is IInstanceReferenceOperation || Root(instance) is { Symbol: not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } };

    /// <summary>The value before it was converted, and before it was put into a local that is written once.</summary>
    public IOperation? Origin(IOperation? operation)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            operation = BodyOperations.Plain(operation);
            if (operation is ILocalReferenceOperation { Local: { } local } && _values.TryGetValue(local, out var value) && value is not null)
            {
                operation = value;
                continue;
            }

            break;
        }

        return operation;
    }

    /// <summary>The collection of which a local of a loop, or a parameter of a lambda, is an element; null for everything else.</summary>
    public IOperation? CollectionOf(IOperation? element) => element switch
    {
        ILocalReferenceOperation { Local: { } local } when _elements.TryGetValue(local, out var looped) => looped,
        IParameterReferenceOperation { Parameter: { } parameter } when _elements.TryGetValue(parameter, out var given) => given,
        _ => null,
    };

    /// <summary>A member of the object itself, or a parameter of its primary constructor.</summary>
    public static BodyRoot? OwnMember(IOperation reference) => reference switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member and (IFieldReferenceOperation or IPropertyReferenceOperation) =>
            new(KeyOf(member.Member), member.Member),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => new(KeyOf(parameter), parameter),
        _ => null,
    };

    /// <summary>The key by which a variable is known.</summary>
    public static string KeyOf(ISymbol symbol) => symbol is IParameterSymbol ? $"{symbol.ContainingType.ToDisplayString()}({symbol.Name})" : $"{symbol.ContainingType?.ToDisplayString()}.{symbol.Name}";

    // Which locals stand for something that outlives the call, and which hold data of the run.
    private void ReadLocals(IReadOnlyList<IOperation> code)
    {
        List<(ISymbol Local, IOperation Value)> given = [];
        foreach (var operation in code.SelectMany(BodyOperations.Everything))
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
                    loop.Locals.ToList().ForEach(local => _elements[local] = loop.Collection);
                    break;
                case IInvocationOperation { Arguments: { Length: > 0 } arguments } over when KnownCode.IsIn(over.TargetMethod.ContainingType, "System"):
                    ReadElements(arguments, over.Instance ?? arguments[0].Value);
                    break;
                case IIsPatternOperation pattern:
                    given.AddRange(DeclaredIn(pattern.Pattern).Select(local => (local, pattern.Value)));
                    break;
                case ISwitchExpressionOperation choice:
                    given.AddRange(choice.Arms.SelectMany(arm => DeclaredIn(arm.Pattern)).Select(local => (local, choice.Value)));
                    break;
                case ISwitchOperation choice:
                    given.AddRange(choice.Cases.SelectMany(one => one.Clauses).OfType<IPatternCaseClauseOperation>().SelectMany(one => DeclaredIn(one.Pattern)).Select(local => (local, choice.Value)));
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument:
                    given.AddRange(argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().SelectMany(local => call.Arguments.Select(from => ((ISymbol)local.Local, from.Value))));
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    given.AddRange(deconstruction.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(local => ((ISymbol)local.Local, deconstruction.Value)));
                    break;
            }
        }

        int count;
        do
        {
            count = _runData.Count;
            given.ForEach(pair => _ = HasRunData(pair.Value) && _runData.Add(pair.Local));
        }
        while (count != _runData.Count);

        foreach (var pair in given)
        {
            // Only an object can be changed through another name.
            if (pair.Local is ILocalSymbol { Type.IsReferenceType: true, Type.SpecialType: SpecialType.None } && _values.TryGetValue(pair.Local, out var value) && value == pair.Value
                && Root(value) is { } root && root.Symbol is not IParameterSymbol)
            {
                _aliases[pair.Local] = root;
            }
        }

        static IEnumerable<ISymbol> DeclaredIn(IPatternOperation pattern) => pattern.DescendantsAndSelf().Select(part => part switch
        {
            IDeclarationPatternOperation declared => declared.DeclaredSymbol,
            IRecursivePatternOperation shape => shape.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        }).OfType<ISymbol>();

        void ReadElements(ImmutableArray<IArgumentOperation> arguments, IOperation collection)
        {
            foreach (var argument in arguments)
            {
                if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                {
                    lambda.Symbol.Parameters.ToList().ForEach(parameter => _elements[parameter] = collection);
                }
            }
        }

        void Give(ISymbol local, IOperation value)
        {
            given.Add((local, value));
            _values[local] = _values.ContainsKey(local) ? null : value;
        }
    }
}

/// <summary>A variable that an expression names a part of.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Symbol">The variable.</param>
internal sealed record BodyRoot(string Key, ISymbol Symbol)
{
    /// <summary>It is a service that keeps things.</summary>
    public bool IsOutside { get; init; }
}
