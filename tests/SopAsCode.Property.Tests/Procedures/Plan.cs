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

    /// <summary>Its runs start by hand-off, with an input that somebody approved.</summary>
    public bool HasApprovedInput => Chance % 5 == 1;

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

    /// <summary>The step that a number names, where no end may stand.</summary>
    public int StepOf(int number) => number % Steps.Length;

    /// <summary>The step whose doers may not answer at a checkpoint: never itself.</summary>
    public int? NotByOf(int step) => Steps[step].NotBy is { } number && StepOf(number) != step ? StepOf(number) : null;

    /// <summary>The tasks beside a step, each with the step that it holds up.</summary>
    public IEnumerable<(string Name, string Title, int Until)> TasksBeside(int step) =>
        Steps[step].Tasks.Select((until, i) => ($"{NameOf(step)}: Keep log {i + 1}", $"Keep log {i + 1}", StepOf(until)));

    /// <summary>The tasks that hold a step up.</summary>
    public IEnumerable<string> TasksUntil(int step) =>
        Enumerable.Range(0, Steps.Length).SelectMany(TasksBeside).Where(task => task.Until == step).Select(task => task.Name);

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

    /// <summary>The step whose doers may not answer at a checkpoint, by number.</summary>
    public int? NotBy { get; init; }

    /// <summary>A bit for each parameter that a checkpoint shows for context only.</summary>
    public int Context { get; init; }

    /// <summary>The tasks beside it: the number of the step that each holds up.</summary>
    public ImmutableArray<int> Tasks { get; init; } = [];

    /// <summary>It writes where that can hurt.</summary>
    public bool Writes { get; init; }

    public Failure? OnFailure { get; init; }

    public int? OnTimeout { get; init; }

    public Bound? Limit { get; init; }

    /// <summary>A bit for each parameter it may have.</summary>
    public int Reads { get; init; }

    /// <summary>What it returns, by number.</summary>
    public int Makes { get; init; }

    public bool IsCheckpoint => Work == Work.Checkpoint;

    /// <summary>It is a checkpoint that shows for context only, and gives nothing back.</summary>
    public bool ApprovesNothing => IsCheckpoint && Gives == 0 && Context != 0 && (Reads & 31 & ~Context) == 0;

    public bool CanFail => Work is not (Work.Human or Work.Checkpoint or Work.Event or Work.Delay);

    public bool CanWrite => Work is Work.Human or Work.Ai or Work.Script or Work.OutsideAutomation;

    /// <summary>It brings back a value of another procedure.</summary>
    public bool HasResult => Work == Work.HandOverAndWait && Makes % 2 == 1;

    /// <summary>It hands work to a procedure that takes its input as approved.</summary>
    public bool IsTrusted => Work is (Work.HandOver or Work.HandOverAndWait or Work.HandOverByCode or Work.HandOverEach) && !HasResult && Makes / 10 % 2 == 1;

    public bool CanBeLimited => Work is Work.Ai or Work.Script or Work.OutsideAutomation;

    public bool Waits => Work is Work.Human or Work.Checkpoint or Work.Event or Work.Delay or Work.OutsideAutomation or Work.HandOverAndWait;

    /// <summary>It takes what its run was started with.</summary>
    public bool HasInput => Work is Work.HandOverByCode or Work.HandOverEach || (Reads & 1) != 0;

    /// <summary>A bit for each of the three values that it takes.</summary>
    public int Takes => (Reads >> 1) & 7;

    /// <summary>A bit for each of the three values that it makes.</summary>
    public int Gives => Work switch
    {
        Work.Human or Work.Checkpoint when Makes % 5 == 4 => 3,
        Work.HandOverAndWait => HasResult ? 1 : 0,
        Work.Delay or Work.HandOver or Work.HandOverByCode or Work.HandOverEach => 0,
        _ => Makes % 4 == 0 ? 0 : 1 << ((Makes % 4) - 1),
    };

    public bool HasBody => Work is Work.Script or Work.HandOverByCode or Work.HandOverEach;
}

/// <summary>A <c>[Next]</c>.</summary>
internal sealed record Way(int To, int? When, int AtMost, int? Then);

/// <summary>An <c>[OnReject]</c>.</summary>
internal sealed record Back(int To, int AtMost, int? Then);

/// <summary>An <c>[OnFailure]</c>.</summary>
internal sealed record Failure(int To, int Retries);

/// <summary>A <c>[Limit]</c>.</summary>
internal sealed record Bound(int? When, int PerDay, int? Else, bool IsDated = false);
