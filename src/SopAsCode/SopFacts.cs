// The compiler side reads the same names: this file is compiled into both, each in its own namespace.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode;
#endif

/// <summary>What the summary of an SOP says about it, beyond numbers and names.</summary>
[Flags]
public enum SopFacts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>At least one step is done by an AI.</summary>
    HasAi = 1,

    /// <summary>
    /// Were the input an AI's, and were it an AI that decided to start the run, then something nobody approved would get to a write
    /// that can hurt: the write reads the input or what was made from it, or no checkpoint stands before it.
    /// </summary>
    InputReachesEffectUnapproved = 2,

    /// <summary>A run can end completed with a value that an AI made and nobody approved.</summary>
    CompletesWithUnreviewedAi = 4,

    /// <summary>No longer used; runs that began may end.</summary>
    Retired = 8,
}
