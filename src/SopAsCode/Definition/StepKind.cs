// The compiler side reads the same names: this file is compiled into both, each in its own namespace.
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

    /// <summary>The outside world: an event, or time that passes.</summary>
    Wait = 4,

    /// <summary>Another SOP.</summary>
    Handoff = 5,
}
