using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the steps and conditions of a class, in the order of the source.</summary>
internal sealed class MethodsReader(bool isForRules)
{
    private readonly Dictionary<string, int> _overloads = new(StringComparer.Ordinal);
    private SyntaxNode? _home;

    /// <summary>The steps.</summary>
    public List<StepModel> Steps { get; } = [];

    /// <summary>The conditions.</summary>
    public List<ConditionModel> Conditions { get; } = [];

    /// <summary>The methods that say a time.</summary>
    public List<ConditionModel> Times { get; } = [];

    /// <summary>The mistakes that the model can't express.</summary>
    public List<OddityModel> Oddities { get; } = [];

    /// <summary>Methods with an attribute that the compiler does not know.</summary>
    public List<string> Unfinished { get; } = [];

    /// <summary>The types that steps take and return.</summary>
    public List<ITypeSymbol> DataTypes { get; } = [];

    /// <summary>Reads the methods of a class.</summary>
    public static MethodsReader Read(INamedTypeSymbol type, bool isForRules, CancellationToken cancel)
    {
        var reader = new MethodsReader(isForRules);
        foreach (var member in type.GetMembers())
        {
            cancel.ThrowIfCancellationRequested();
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                reader.Add(method, cancel);
            }
        }

        return reader;
    }

    private void Add(IMethodSymbol method, CancellationToken cancel)
    {
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
        {
            Unfinished.Add(method.Name);
        }

        var owner = new DeclarationPlace(method.Name);
        var attributes = AttributeReading.AllOn(method, owner, isForRules);
        if (attributes.Count == 0)
        {
            return;
        }

        _overloads.TryGetValue(method.Name, out var overload);
        _overloads[method.Name] = overload + 1;
        if (overload > 0)
        {
            owner = owner with { Overload = overload };
            attributes = AttributeReading.AllOn(method, owner, isForRules);
        }

        var kinds = attributes.Where(attribute => IsKind(attribute.Word)).ToList();
        if (kinds.Exists(kind => !kind.IsUnfinished))
        {
            // A half-typed attribute above a step belongs to another step that somebody has not finished yet.
            kinds.RemoveAll(kind => kind.IsUnfinished);
        }

        // One step may hand work to several SOPs.
        var other = kinds.Count > 1 ? kinds.FindIndex(1, kind => kind.Word != "Handoff" || kinds[0].Word != "Handoff") : -1;
        if (other > 0)
        {
            Oddities.Add(new(OddityKind.TwoStepAttributes, kinds[other].Place, method.Name, $"[{kinds[0].Word}] and [{kinds[other].Word}]"));
        }

        if (kinds.Count == 0)
        {
            Oddities.Add(new(OddityKind.AttributeWithoutStep, attributes[0].Place, method.Name, attributes[0].Word));
        }
        else if (kinds[0].Word is "Condition" or "Time")
        {
            AddContext(method, owner, isCheckpoint: false);
            (kinds[0].Word == "Time" ? Times : Conditions).Add(StepReader.Condition(method, kinds[0]));
            if (kinds.Count == 1)
            {
                Oddities.AddRange(attributes
                    .Where(attribute => attribute.Word is not ("Condition" or "Time"))
                    .Take(1)
                    .Select(other => new OddityModel(OddityKind.AttributeOnCondition, other.Place, method.Name, other.Word)));
            }
        }
        else
        {
            AddStep(method, owner, kinds[0], attributes, cancel);
        }
    }

    // A step, a condition, or a time.
    private static bool IsKind(string word) => word is "Condition" or "Time" || StepKinds.MadeBy(word) is not null;

    // Only what a checkpoint would ask to approve can be shown for context in place of that.
    private void AddContext(IMethodSymbol method, DeclarationPlace owner, bool isCheckpoint) => Oddities.AddRange(method.Parameters
        .Where(parameter => MethodReader.IsContext(parameter) && !(isCheckpoint && MethodReader.Parameter(parameter).Role == ParameterRole.Value))
        .Select(parameter => new OddityModel(
            OddityKind.ContextElsewhere, isForRules ? owner with { Part = PlacePart.Parameter, Index = parameter.Ordinal } : default, method.Name, parameter.Name)));

    private void AddStep(IMethodSymbol method, DeclarationPlace owner, AttributeReading kind, List<AttributeReading> attributes, CancellationToken cancel)
    {
        var declaration = method.DeclaringSyntaxReferences.IsEmpty ? null : method.DeclaringSyntaxReferences[0].GetSyntax(cancel).Parent;
        _home ??= declaration;
        if (declaration != _home)
        {
            Oddities.Add(new(OddityKind.StepElsewhere, isForRules ? owner : default, method.Name));
        }

        var step = StepReader.Step(method, owner.Overload, kind, attributes, isForRules, cancel);
        foreach (var attribute in attributes)
        {
            if (AttributeTable.Of(attribute.Word)?.Fits(step.Kind) == false)
            {
                Oddities.Add(new(OddityKind.AttributeOnWrongKind, attribute.Place, method.Name, attribute.Word));
            }
        }

        Steps.Add(step);
        AddContext(method, owner, step.Kind == StepKind.Checkpoint);
        foreach (var parameter in method.Parameters)
        {
            DataTypes.Add(parameter.Type);
        }

        if (method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task)
        {
            DataTypes.Add(task.TypeArguments[0]);
        }

        foreach (var attribute in attributes)
        {
            if (attribute.Word == "Handoff" && attribute.AnyType("Result") is { } result)
            {
                DataTypes.Add(result);
            }
        }
    }
}
