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

    private int Rejections { get; set; }

    private int Failures { get; set; }

    private int MacrosToday { get; set; }

    private State? CameFrom { get; set; }

    /// <summary>Configures a machine for this run.</summary>
    public StateMachine<State, Trigger> CreateMachine()
    {
        var machine = new StateMachine<State, Trigger>(() => State, to => State = to, FiringMode.Immediate);
        machine.Configure(State.Categorise)
            .PermitDynamic(Trigger.Complete, AfterCategorise, "the first entry that holds", Choices(State.TakeOver, State.ApplyMacro, State.DraftReply))
            .Permit(Trigger.Fail, State.Fallback)
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.ApplyMacro)
            .Permit(Trigger.Complete, State.Completed)
            .Permit(Trigger.Fail, State.Fallback)
            .PermitIf(Trigger.LeaveLimit, State.DraftReply, () => MacrosToday >= 50, "outside the limit")
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.DraftReply)
            .Permit(Trigger.Complete, State.ReviewReply)
            .Permit(Trigger.Fail, State.Fallback)
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.ReviewReply)
            .Permit(Trigger.Approve, State.SendReply)
            .PermitDynamic(Trigger.Reject, () => Rejections < 2 ? State.DraftReply : State.TakeOver, "at most 2 rounds", Choices(State.DraftReply, State.TakeOver))
            .Permit(Trigger.TimeOut, State.TakeOver)
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Escalate, State.Escalated)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.SendReply)
            .Permit(Trigger.Complete, State.SummariseResolution)
            .PermitDynamic(Trigger.Fail, () => Failures < 3 ? State.SendReply : State.TakeOver, "3 retries", Choices(State.SendReply, State.TakeOver))
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.SummariseResolution)
            .Permit(Trigger.Complete, State.Completed)
            .Permit(Trigger.Fail, State.Fallback)
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.TakeOver)
            .Permit(Trigger.Complete, State.Escalated)
            .Permit(Trigger.SwitchToManual, State.Fallback)
            .Permit(Trigger.Escalate, State.Escalated)
            .Permit(Trigger.Cancel, State.Cancelled);
        machine.Configure(State.Fallback)
            .Permit(Trigger.Complete, State.Completed)
            .Permit(Trigger.Escalate, State.Escalated)
            .PermitDynamic(Trigger.Resume, () => CameFrom ?? State.Categorise, "the step it came from")
            .Permit(Trigger.Cancel, State.Cancelled);
        return machine;
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
