// This file is also compiled into the compiler side, in a namespace of its own, so that both use the same names.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode.Runtime;
#endif

/// <summary>What can happen to a run. Each SOP has these triggers in its nested <c>Trigger</c>, with the same numbers.</summary>
public enum SopTrigger
{
    /// <summary>The step starts: the work begins, or the person is asked. A step with a <c>[Limit]</c> starts inside it. Each attempt is a start.</summary>
    Start = 0,

    /// <summary>The step is done.</summary>
    Complete = 1,

    /// <summary>A person approved at a checkpoint.</summary>
    Approve = 2,

    /// <summary>A person rejected at a checkpoint.</summary>
    Reject = 3,

    /// <summary>The step failed, once.</summary>
    Fail = 4,

    /// <summary>Nobody answered in time.</summary>
    TimeOut = 5,

    /// <summary>The step may not start, because it is outside its <c>[Limit]</c>.</summary>
    LeaveLimit = 6,

    /// <summary>A person moves the run to the manual path.</summary>
    SwitchToManual = 7,

    /// <summary>The performer who was asked passes the run on, out of this SOP.</summary>
    Escalate = 8,

    /// <summary>
    /// The owner sends the run from the manual path back to the step it came from. If that step was done, the run goes where its conditions lead now.
    /// </summary>
    Resume = 9,

    /// <summary>Somebody cancels the run.</summary>
    Cancel = 10,

    /// <summary>
    /// A person in the manual path did the step from which the run came, and gives what it would have made: the run goes on behind that step.
    /// </summary>
    DoneByHand = 11,
}
