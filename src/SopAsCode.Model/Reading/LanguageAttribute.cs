using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>The declarations that can have an attribute of the language.</summary>
[Flags]
public enum AttributePlaces
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The class of an SOP.</summary>
    Sop = 1,

    /// <summary>The method of a step.</summary>
    Step = 2,

    /// <summary>The method of a condition.</summary>
    Condition = 4,

    /// <summary>A role, agent, tool or value stream.</summary>
    Party = 8,

    /// <summary>A policy.</summary>
    Policy = 16,

    /// <summary>A type that steps pass on.</summary>
    Data = 32,

    /// <summary>A property of such a type.</summary>
    Property = 64,

    /// <summary>The assembly.</summary>
    Assembly = 128,

    /// <summary>A parameter of a step.</summary>
    Parameter = 256,
}

/// <summary>One attribute of the language: where it may stand, and how it is read there.</summary>
/// <param name="word">The name of its class without "Attribute": <c>Next</c>.</param>
/// <param name="byName">Where a reader finds it by its name and reads it together with its declaration.</param>
public sealed class LanguageAttribute(string word, AttributePlaces byName = AttributePlaces.None)
{
    /// <summary>The name of its class without "Attribute": <c>Next</c>.</summary>
    public string Word => word;

    /// <summary>Where it may stand.</summary>
    public AttributePlaces Places => byName
        | (Sop is null ? AttributePlaces.None : AttributePlaces.Sop)
        | (Step is null ? AttributePlaces.None : AttributePlaces.Step)
        | (Party is null ? AttributePlaces.None : AttributePlaces.Party)
        | (Policy is null ? AttributePlaces.None : AttributePlaces.Policy);

    /// <summary>The kinds of step on which it has a meaning; null when it fits all.</summary>
    public IReadOnlyList<StepKind>? Kinds { get; init; }

    /// <summary>It holds only a text about a step, which <see cref="StepModel.Texts"/> stores.</summary>
    public bool IsStepText { get; private init; }

    /// <summary>The parameter of its constructor that takes Markdown; null when all its texts are plain.</summary>
    public string? Markdown { get; init; }

    /// <summary>Adds what it says to an SOP.</summary>
    internal Func<SopModel, AttributeReading, SopModel>? Sop { get; init; }

    /// <summary>Adds what it says to a step.</summary>
    internal Func<StepModel, AttributeReading, CancellationToken, StepModel>? Step { get; init; }

    /// <summary>Adds what it says to a role, agent, tool or value stream.</summary>
    internal Func<PartyModel, AttributeReading, PartyModel>? Party { get; init; }

    /// <summary>Adds what it says to a policy.</summary>
    internal Func<PolicyModel, AttributeReading, PolicyModel>? Policy { get; init; }

    /// <summary>Adds what it says to the remarks of an SOP or a step.</summary>
    internal Func<RemarksModel, AttributeReading, RemarksModel> Remark
    {
        init
        {
            Sop = (sop, it) => sop with { Remarks = value(sop.Remarks, it) };
            Step = (step, it, _) => step with { Remarks = value(step.Remarks, it) };
        }
    }

    /// <summary>Whether it has a meaning on a kind of step.</summary>
    /// <param name="kind">The kind of step.</param>
    /// <returns>True when it does.</returns>
    public bool Fits(StepKind kind) => Kinds is null || Kinds.Contains(kind);

    /// <summary>An attribute that holds only a text about a step, for people and the definition. Nothing else is needed to read it.</summary>
    internal static LanguageAttribute StepText(string word, string? markdown = null) => new(word)
    {
        IsStepText = true,
        Markdown = markdown,
        Step = (step, it, _) => it.Text(0) is { } text
            ? step with { Texts = [.. step.Texts.Where(other => other.Word != word), new(word, text)] }
            : step,
    };
}
