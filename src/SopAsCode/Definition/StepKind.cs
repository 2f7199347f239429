// This file is also compiled into the compiler side, in a namespace of its own, so that both use the same names.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode.Definitions;
#endif

/// <summary>Who or what does a step.</summary>
public enum StepKind
{
    /// <summary>A person.</summary>
    Human = 0,

    /// <summary>An AI.</summary>
    Ai = 1,

    /// <summary>A person who approves or rejects.</summary>
    Checkpoint = 2,

    /// <summary>Code, or an outside automation.</summary>
    Automated = 3,

    /// <summary>The outside world: the step waits for an event, or until time has passed.</summary>
    Wait = 4,

    /// <summary>Another SOP.</summary>
    Handoff = 5,
}
