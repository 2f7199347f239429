namespace Stateless;

/// <summary>What happens to a trigger that is fired while another one is being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, inside the one that is under way.</summary>
    Immediate,

    /// <summary>It waits until the one under way is done. After an exception, what waits is left for the next run.</summary>
    Queued,
}
