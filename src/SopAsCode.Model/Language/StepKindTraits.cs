namespace SopAsCode.Model.Language;

/// <summary>What is true of all steps of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Attribute">The attribute that makes such a step, without its suffix.</param>
/// <param name="Words">What people call such a step, with the article: <c>a human step</c>.</param>
/// <param name="Noun">The words for such a step at the start of a sentence in pages and messages: <c>Hand-off</c>.</param>
/// <param name="Performing">Who or what does it.</param>
/// <param name="Shape">How it is drawn.</param>
public sealed record StepKindTraits(StepKind Kind, string Attribute, string Words, string Noun, Performing Performing, ChartShape Shape)
{
    /// <summary>When a run waits at it.</summary>
    public Waiting Waits { get; init; }

    /// <summary>The noun for one at which a run waits.</summary>
    public string WaitingNoun { get; init; } = Noun;

    /// <summary>It can fail. A step of a person and a wait can't fail.</summary>
    public bool CanFail { get; init; }

    /// <summary>Its method may have a body.</summary>
    public bool MayHaveBody { get; init; }

    /// <summary>The trigger that completes or approves it.</summary>
    public SopTrigger Forward { get; init; } = SopTrigger.Complete;

    /// <summary>The parameter of its attribute that says what to do.</summary>
    public string TitleArgument { get; init; } = "title";

    /// <summary>A person does it.</summary>
    public bool IsByPerson => Performing == Performing.Person;

    /// <summary>An AI or automation does it.</summary>
    public bool IsByMachine => Performing is Performing.Agent or Performing.Automation;
}

/// <summary>Who or what does a step.</summary>
public enum Performing
{
    /// <summary>A person of a role.</summary>
    Person,

    /// <summary>An AI.</summary>
    Agent,

    /// <summary>Code, or an outside automation.</summary>
    Automation,

    /// <summary>The outside world.</summary>
    World,

    /// <summary>Another SOP.</summary>
    OtherSop,
}

/// <summary>When a run waits at a step, for a person, an outside automation, the outside world or another SOP.</summary>
public enum Waiting
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,

    /// <summary>If its method has no body.</summary>
    WithoutBody,

    /// <summary>If its attribute says so.</summary>
    WhereStated,
}

/// <summary>A shape of a Mermaid chart.</summary>
/// <param name="Open">The characters before the text.</param>
/// <param name="Close">The characters after the text.</param>
/// <param name="Style">The class that colours it.</param>
public sealed record ChartShape(string Open, string Close, string Style);
