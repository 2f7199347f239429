using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>Why an edge exists.</summary>
public enum EdgeCause
{
    /// <summary>An attribute states it.</summary>
    Declared,

    /// <summary>It follows from the order of the source or the meaning of the step: the next step, or a reject that ends the run.</summary>
    Implied,

    /// <summary>Nothing states where it goes, so it goes to the manual path.</summary>
    Default,

    /// <summary>Every SOP has it: start, switch, escalate, resume, cancel, and the edges out of the manual path.</summary>
    House,
}

/// <summary>One edge from one state to another.</summary>
/// <param name="From">The number of the state it leaves.</param>
/// <param name="Trigger">The trigger that a run takes it on.</param>
/// <param name="To">The number of the state it leads to.</param>
/// <param name="Cause">Why it exists.</param>
public sealed record FlowEdge(int From, SopTrigger Trigger, int To, EdgeCause Cause)
{
    /// <summary>When it is taken, in words; null when it is always taken.</summary>
    public string? Label { get; init; }

    /// <summary>The condition that must hold; null when there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>The conditions that were evaluated before it is taken, its own included.</summary>
    public EquatableArray<string> Asked { get; init; }

    /// <summary>How often it can be taken in one run; 0 for any number of times.</summary>
    public int AtMost { get; init; }

    /// <summary>The name of the bounded <c>[Next]</c> whose count it increases, as in <c>Check when IsLarge</c>; null for other edges.</summary>
    public string? Entry { get; init; }

    /// <summary>The step that was done before the manual path and whose conditions are evaluated again on this edge; null for other edges.</summary>
    public int? AskedAnewAfter { get; init; }

    /// <summary>The step that a person did in the manual path, behind which the run goes on; null for other edges.</summary>
    public int? DoneByHand { get; init; }

    /// <summary>The step behind which a run goes on that comes back from the manual path; null for an edge that repeats the step, and for all others.</summary>
    public int? Behind => DoneByHand ?? AskedAnewAfter;

    /// <summary>The place where the declaration names the state it leads to; null when nothing names that state, as for a step that falls through.</summary>
    public DeclarationPlace? NamedAt { get; init; }

    /// <summary>It is taken when a condition throws.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>It leads to the manual path because a count or a limit of the declaration is used up, and nothing states where the run goes then.</summary>
    public bool IsUsedUp { get; init; }

    /// <summary>It repeats the step inside its state.</summary>
    public bool IsRetry { get; init; }

    /// <summary>
    /// The declaration states it, or the order of the source implies it. The flowchart shows these edges, and rules follow them.
    /// Edges that every SOP has would hide them; on an edge that leads to the manual path because nothing else is stated, a person
    /// sees the run; and a retry leads nowhere.
    /// </summary>
    public bool IsStated => !IsRetry && (Cause is EdgeCause.Declared or EdgeCause.Implied);

    /// <summary>
    /// It leads from the manual path back among the steps. What is true of a run there depends on where it came from, so no search follows the edge: behind a
    /// step that is done by hand is true what is true behind the step, except that no AI made its value.
    /// </summary>
    public bool IsReturn => Trigger is SopTrigger.Resume or SopTrigger.DoneByHand;

    /// <summary>The output of the step it leaves exists when it is taken.</summary>
    public bool CarriesOutput => Trigger is SopTrigger.Complete or SopTrigger.Approve;
}
