using System.Collections.Immutable;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Who or what does a step, in every form the language has.</summary>
internal enum Work
{
    Human,
    Ai,
    Checkpoint,
    Script,
    OutsideAutomation,
    Event,
    Delay,
    HandOver,
    HandOverAndWait,
    HandOverByCode,
    HandOverEach,
}

/// <summary>
/// A random procedure before it is written as C#. States are numbers: the steps, then the manual path, then the four ends. Any number
/// names a state, since it is taken modulo their count, so that a plan with a step taken out still is a plan.
/// </summary>
/// <param name="Steps">The steps.</param>
/// <param name="Chance">Where chance begins when its machine is tried.</param>
/// <param name="Wording">How it is put into words.</param>
internal sealed record Plan(ImmutableArray<StepPlan> Steps, int Chance, Wording Wording)
{
    /// <summary>How many conditions each procedure has. The last one asks for nothing, and always holds.</summary>
    public const int Conditions = 4;

    public int Fallback => Steps.Length;

    /// <summary>The step at which some of its runs begin besides the first; null for most.</summary>
    public int? Start => Chance % 3 == 0 ? Chance / 3 % Steps.Length : null;

    public int Completed => Fallback + 1;

    public int Rejected => Fallback + 2;

    public int Escalated => Fallback + 3;

    public int Cancelled => Fallback + 4;

    public int StateCount => Fallback + 5;

    public override string ToString() => $"{Steps.Length} steps, {Wording}";

    public int StateOf(int number) => number % StateCount;

    /// <summary>Where a step goes outside its limit: never to itself, which is no way out.</summary>
    public int Outside(int step, Bound limit) => limit.Else is not { } number ? Fallback
        : StateOf(number) == step ? StateOf(number + 1)
        : StateOf(number);

    public string NameOf(int state) =>
        state < Fallback ? Wording.Step(state) : new[] { "Fallback", "Completed", "Rejected", "Escalated", "Cancelled" }[state - Fallback];

    /// <summary>The number of the first <c>[Next]</c> of a step, counted over all steps.</summary>
    public int FirstEntry(int step)
    {
        var entry = 0;
        for (var before = 0; before < step; before++)
        {
            entry += Steps[before].Next.Length;
        }

        return entry;
    }
}

/// <summary>One step.</summary>
internal sealed record StepPlan(Work Work)
{
    public ImmutableArray<Way> Next { get; init; } = [];

    public Back? OnReject { get; init; }

    /// <summary>How many different people must say yes at a checkpoint.</summary>
    public int Approvals { get; init; } = 1;

    public Failure? OnFailure { get; init; }

    public int? OnTimeout { get; init; }

    public Bound? Limit { get; init; }

    /// <summary>A bit for each parameter it may have.</summary>
    public int Reads { get; init; }

    /// <summary>What it returns, by number.</summary>
    public int Makes { get; init; }

    public bool IsCheckpoint => Work == Work.Checkpoint;

    public bool CanFail => Work is not (Work.Human or Work.Checkpoint or Work.Event or Work.Delay);

    public bool CanBeLimited => Work is Work.Ai or Work.Script or Work.OutsideAutomation;

    public bool Waits => Work is Work.Human or Work.Checkpoint or Work.Event or Work.Delay or Work.OutsideAutomation or Work.HandOverAndWait;

    public bool HasBody => Work is Work.Script or Work.HandOverByCode or Work.HandOverEach;
}

/// <summary>A <c>[Next]</c>.</summary>
internal sealed record Way(int To, int? When, int AtMost, int? Then);

/// <summary>An <c>[OnReject]</c>.</summary>
internal sealed record Back(int To, int AtMost, int? Then);

/// <summary>An <c>[OnFailure]</c>.</summary>
internal sealed record Failure(int To, int Retries);

/// <summary>A <c>[Limit]</c>.</summary>
internal sealed record Bound(int? When, int PerDay, int? Else);
