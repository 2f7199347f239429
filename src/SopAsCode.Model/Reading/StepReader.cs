using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads one step or condition.</summary>
internal static class StepReader
{
    /// <summary>Reads a step.</summary>
    public static StepModel Step(
        IMethodSymbol method, int overload, AttributeReading kind, List<AttributeReading> attributes, bool isForRules, CancellationToken cancel)
    {
        var title = attributes.Where(attribute => attribute.Word == kind.Word).Select(attribute => attribute.Text(0)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var traits = StepKinds.MadeBy(kind.Word)!;
        var step = new StepModel
        {
            Name = method.Name,
            Overload = overload,
            Title = string.IsNullOrWhiteSpace(title) ? Naming.Phrase(method.Name) : title!,
            Kind = traits.Kind,
            Place = kind.Place,
            Performer = traits.Performing == Performing.OtherSop ? null : kind.Party(),
            Approvals = kind.NumberIfSet("Approvals") ?? 1,
            NotBy = kind.Reference("NotBy", cancel),
            Level = (Level)(kind.Enum("Level") ?? (int)Level.ReadOnly),
            IsOutside = traits.Kind == StepKind.Ai && kind.Truth("Outside"),
            Method = MethodReader.Read(method, cancel),
            HasUnfinishedAttribute = isForRules && AttributeReading.IsAnyUnfinished(method),
        };
        foreach (var attribute in attributes)
        {
            step = AttributeTable.Of(attribute.Word)?.Step?.Invoke(step, attribute, cancel) ?? step;
        }

        return step;
    }

    /// <summary>Reads a condition.</summary>
    public static ConditionModel Condition(IMethodSymbol method, AttributeReading attribute)
    {
        var text = attribute.Text(0);
        return new()
        {
            Name = method.Name,
            Text = string.IsNullOrWhiteSpace(text) ? Naming.Phrase(method.Name) : text!,
            Place = attribute.Place,
            Parameters = method.Parameters.Select(MethodReader.Parameter).ToEquatableArray(),
            IsStatic = method.IsStatic,
            IsTime = attribute.Word == "Time",
            ReturnsTime = TypeNames.IsUnknown(method.ReturnType) || (method is { RefKind: RefKind.None, IsAsync: false }
                && TypeNames.Use(method.ReturnType) is { IsNullable: false, Key: "global::System.TimeSpan" or "global::System.DateTimeOffset" }),
            ReturnsBool = method is { ReturnType.SpecialType: SpecialType.System_Boolean, RefKind: RefKind.None, IsAsync: false }
                || TypeNames.IsUnknown(method.ReturnType),
            IsGeneric = method.Arity > 0,
            HasNoBody = method is { IsPartialDefinition: true, PartialImplementationPart: null },
        };
    }

    /// <summary>Adds the prompt.</summary>
    public static StepModel WithPrompt(StepModel step, AttributeReading it, CancellationToken cancel) => it.Text(0) is null && it.Text("File") is null
        ? step
        : step with { Prompt = new(it.Text(0) ?? "", [], it.Place) { File = it.Text("File"), Version = it.Text("Version") } };

    /// <summary>Adds an SOP to which the step hands work.</summary>
    public static StepModel WithHandoff(StepModel step, AttributeReading it, CancellationToken cancel) => it.TypeArgument(0) is { } target
        ? step with { Handoffs = [.. step.Handoffs, new(PartyReader.Sop(target), it.Truth("Wait"), it.AnyType("Result") is { } result ? TypeNames.Use(result) : null, it.Place)] }
        : step;

    /// <summary>Adds a task of a person.</summary>
    public static StepModel WithMeanwhile(StepModel step, AttributeReading it, CancellationToken cancel) => !it.IsUnfinished && it.Party() is { } role
        ? step with { Meanwhile = [.. step.Meanwhile, new(role, it.Text(0) ?? "", it.Reference("Until", cancel), it.Number("Every"), it.Place)] }
        : step;

    /// <summary>Adds access to a tool.</summary>
    public static StepModel WithAccess(StepModel step, AttributeReading it, Access kind) => it.Party() is { } tool
        ? step with { Access = [.. step.Access, new(tool, kind, (Impact?)it.Enum(0), it.Truth("Irreversible"), it.Place)] }
        : step;

    /// <summary>Adds a path to the next step.</summary>
    public static StepModel WithNext(StepModel step, AttributeReading it, CancellationToken cancel) => step with
    {
        Next = [.. step.Next, new(it.Step("step", cancel), it.Reference("When", cancel), it.Number("AtMost"), it.Reference("Then", cancel), it.Place)],
    };

    /// <summary>Adds the limit.</summary>
    public static StepModel WithLimit(StepModel step, AttributeReading it, CancellationToken cancel) => step with
    {
        Limit = new(
            it.Text(0) ?? "",
            it.Reference("When", cancel),
            it.Number("PerDay"),
            it.Reference("Else", cancel),
            it.Text("Since"),
            it.Text("Evidence"),
            it.Place),
    };

    /// <summary>Adds who looks at samples.</summary>
    public static StepModel WithSpotCheck(StepModel step, AttributeReading it, CancellationToken cancel) => !it.IsUnfinished && it.Party() is { } role
        ? step with { SpotCheck = new(role, it.Number("OneIn"), it.Place) }
        : step;

    /// <summary>Reads a time.</summary>
    public static DueModel Duration(AttributeReading it) => new(it.Number("Minutes"), it.Number("Hours"), it.Number("Days"), it.Place)
    {
        By = it.Reference("By", CancellationToken.None) ?? it.Reference("Until", CancellationToken.None),
    };
}
