// The compiler side reads the same names: this file is compiled into both, each in its own namespace.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode.Runtime;
#endif

/// <summary>What can happen to a run. Each SOP has the same ones, as its nested <c>Trigger</c>, with the same numbers.</summary>
public enum SopTrigger
{
    /// <summary>The step starts, inside its <c>[Limit]</c> where it has one: the work begins, or the person is asked. Each attempt starts.</summary>
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

    /// <summary>A person takes the run over by hand.</summary>
    SwitchToManual = 7,

    /// <summary>Whoever was asked passes the run on, out of this SOP.</summary>
    Escalate = 8,

    /// <summary>
    /// The owner sends the run from the manual path back to the step it came from; where that step was done, on to where its conditions lead now.
    /// </summary>
    Resume = 9,

    /// <summary>Somebody calls the run off.</summary>
    Cancel = 10,
}
