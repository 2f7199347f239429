using Stateless;
using TinyTeam.Support;
using State = TinyTeam.Support.SupportTriage.State;
using Trigger = TinyTeam.Support.SupportTriage.Trigger;

namespace SopAsCode.Benchmarks.Machines;

/// <summary>Support triage as one would write it by hand over a run of one's own.</summary>
internal sealed class HandWritten
{
    /// <summary>Where the run stands.</summary>
    public State State { get; set; }

    /// <summary>What it is about.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>What was found out about it.</summary>
    public required Triage Triage { get; init; }

    private bool IsStarted { get; set; }

    private int Rejections { get; set; }

    private int Failures { get; set; }

    private int MacrosToday { get; set; }

    private State? CameFrom { get; set; }

    private bool CameFromIsDone { get; set; }

    /// <summary>Configures a machine for this run.</summary>
    public StateMachine<State, Trigger> CreateMachine()
    {
        var machine = new StateMachine<State, Trigger>(() => State, to => State = to, FiringMode.Immediate);
        machine.OnTransitioned(Count);
        Func<bool> started = () => IsStarted;
        Func<bool> notStarted = () => !IsStarted;
        machine.Configure(State.Categorise)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitDynamicIf(Trigger.Complete, AfterCategorise, "the first entry that holds", started, "started", Choices(State.TakeOver, State.ApplyMacro, State.DraftReply))
            .PermitIf(Trigger.Fail, State.Fallback, started, "started")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.ApplyMacro)
            .PermitReentryIf(Trigger.Start, () => !IsStarted && MacrosToday < 50, "inside the limit")
            .PermitIf(Trigger.Complete, State.Completed, started, "started")
            .PermitIf(Trigger.Fail, State.Fallback, started, "started")
            .PermitIf(Trigger.LeaveLimit, State.DraftReply, () => !IsStarted && MacrosToday >= 50, "outside the limit")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.DraftReply)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitIf(Trigger.Complete, State.ReviewReply, started, "started")
            .PermitIf(Trigger.Fail, State.Fallback, started, "started")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.ReviewReply)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitIf(Trigger.Approve, State.SendReply, started, "started")
            .PermitDynamicIf(Trigger.Reject, () => Rejections < 2 ? State.DraftReply : State.TakeOver, "at most 2 rounds", started, "started", Choices(State.DraftReply, State.TakeOver))
            .PermitIf(Trigger.TimeOut, State.TakeOver, started, "started")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Escalate, State.Escalated)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.SendReply)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitIf(Trigger.Complete, State.SummariseResolution, started, "started")
            .PermitDynamicIf(Trigger.Fail, () => Failures < 3 ? State.SendReply : State.TakeOver, "3 retries", started, "started", Choices(State.SendReply, State.TakeOver))
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.SummariseResolution)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitIf(Trigger.Complete, State.Completed, started, "started")
            .PermitIf(Trigger.Fail, State.Fallback, started, "started")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.TakeOver)
            .PermitReentryIf(Trigger.Start, notStarted, "not started yet")
            .PermitIf(Trigger.Complete, State.Escalated, started, "started")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Escalate, State.Escalated)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.Fallback)
            .Permit(Trigger.Complete, State.Completed)
            .Permit(Trigger.Escalate, State.Escalated)
            .PermitDynamicIf(Trigger.Resume, () => CameFrom!.Value, "the step it came from", () => CameFrom is not null && !CameFromIsDone)
            .Permit(Trigger.Cancel, State.Cancelled);
        return machine;
    }

    private void Count(StateMachine<State, Trigger>.Transition move)
    {
        IsStarted = move.Trigger == Trigger.Start;
        if (IsStarted)
        {
            MacrosToday += move.Source == State.ApplyMacro ? 1 : 0;
            return;
        }

        Rejections += move.Trigger == Trigger.Reject ? 1 : 0;
        Failures = move.IsReentry ? Failures + 1 : 0;
        if (move.Destination == State.Fallback)
        {
            CameFrom = move.Source;
            CameFromIsDone = move.Trigger is Trigger.Complete or Trigger.Approve;
        }
    }

    private State AfterCategorise() =>
        Ticket.HighValue ? State.TakeOver
        : Triage is { Urgency: <= 2, Macro: not null } ? State.ApplyMacro
        : State.DraftReply;

    private static Stateless.Reflection.DynamicStateInfos Choices(params ReadOnlySpan<State> states)
    {
        Stateless.Reflection.DynamicStateInfos infos = new();
        foreach (var state in states)
        {
            infos.Add(state, "when it applies");
        }

        return infos;
    }
}
