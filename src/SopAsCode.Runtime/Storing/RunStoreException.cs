namespace SopAsCode.Runtime;

/// <summary>Why a store can't be read or written.</summary>
public enum StoreTrouble
{
    /// <summary>Another program keeps it locked for too long.</summary>
    Locked = 0,

    /// <summary>The disk is full.</summary>
    Full = 1,

    /// <summary>It can't be written.</summary>
    ReadOnly = 2,

    /// <summary>It is damaged, or is something else.</summary>
    Damaged = 3,

    /// <summary>A newer version made it.</summary>
    Newer = 4,

    /// <summary>It can't be opened.</summary>
    Unreachable = 5,

    /// <summary>Something else.</summary>
    Other = 6,
}

/// <summary>A store could not be read or written. What was not answered with yes is not recorded.</summary>
public sealed class RunStoreException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="trouble">Why.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The error of the store.</param>
    public RunStoreException(StoreTrouble trouble, string message, Exception? inner = null)
        : base(message, inner) => Trouble = trouble;

    /// <summary>Why.</summary>
    public StoreTrouble Trouble { get; }
}
