// This file is also compiled into the compiler side, in a namespace of its own, so that both use the same names.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode;
#endif

/// <summary>Facts that the summary of an SOP states besides numbers and names.</summary>
[Flags]
public enum SopFacts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>At least one step is done by an AI.</summary>
    HasAi = 1,

    /// <summary>
    /// If an AI makes the input and decides to start the run, something that nobody approved reaches a write that can hurt: the
    /// write reads the input or a value made from it, or there is no checkpoint before the write.
    /// </summary>
    InputReachesEffectUnapproved = 2,

    /// <summary>A run can end completed with a value that an AI made and nobody approved.</summary>
    CompletesWithUnreviewedAi = 4,

    /// <summary>No longer used; runs that have begun may still be finished.</summary>
    Retired = 8,
}
