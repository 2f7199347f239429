using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>Where an edge comes from.</summary>
public enum EdgeCause
{
    /// <summary>An attribute says it.</summary>
    Declared,

    /// <summary>The order of the source, or the meaning of the step, says it: the next step, a reject that ends the run.</summary>
    Implied,

    /// <summary>Nothing says it, so it goes to the manual path.</summary>
    Default,

    /// <summary>Every SOP has it: start, switch, escalate, resume, cancel, and the ways out of the manual path.</summary>
    House,
}

/// <summary>One way from one state to another.</summary>
/// <param name="From">The number of the state it leaves.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="To">The number of the state it leads to.</param>
/// <param name="Cause">Where it comes from.</param>
public sealed record FlowEdge(int From, SopTrigger Trigger, int To, EdgeCause Cause)
{
    /// <summary>When it is taken, in words; null when it always is.</summary>
    public string? Label { get; init; }

    /// <summary>The condition that must hold; null when there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>The conditions that were asked before it is taken, its own included.</summary>
    public EquatableArray<string> Asked { get; init; }

    /// <summary>How often it can be taken in one run; 0 for any number of times.</summary>
    public int AtMost { get; init; }

    /// <summary>The name of the bounded <c>[Next]</c> it counts for, as in <c>Check when IsLarge</c>; null for the others.</summary>
    public string? Entry { get; init; }

    /// <summary>The step that was done before the manual path, and whose conditions are asked anew on it; null for the others.</summary>
    public int? AskedAnewAfter { get; init; }

    /// <summary>Where the declaration names the state it leads to; null when nothing does, as for a step that falls through.</summary>
    public DeclarationPlace? NamedAt { get; init; }

    /// <summary>It is taken when a condition throws.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>A count or a limit that the declaration states is used up, and nothing says where to then: to the manual path.</summary>
    public bool IsUsedUp { get; init; }

    /// <summary>It repeats the step inside its state.</summary>
    public bool IsRetry { get; init; }

    /// <summary>
    /// Somebody declared it, or the order of the source implies it: what a drawing shows, and rules follow. What every SOP has would
    /// only hide it, what leads to the manual path because nothing else is said a person sees, and a retry leads nowhere.
    /// </summary>
    public bool IsStated => !IsRetry && (Cause is EdgeCause.Declared or EdgeCause.Implied);

    /// <summary>The output of the step it leaves exists on it.</summary>
    public bool CarriesOutput => Trigger is SopTrigger.Complete or SopTrigger.Approve;
}
