namespace SopAsCode.Runtime;

/// <summary>Walks the record of one run, event by event, and says where it was changed.</summary>
public sealed class RecordChain
{
    /// <summary>The number of the last event that was added; 0 before the first.</summary>
    public int Sequence { get; private set; }

    /// <summary>The hash of that event; the hash that the first event names as the one before it, before the first.</summary>
    public string Head { get; private set; } = Hashing.Nothing;

    /// <summary>Adds the next event.</summary>
    /// <param name="recorded">The event.</param>
    /// <returns>What is wrong with it, in sentences; nothing when it follows the event before and has the hash of its fields.</returns>
    public IReadOnlyList<string> Add(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        List<string> problems = [];
        if (recorded.Sequence != Sequence + 1)
        {
            problems.Add("An event is missing here.");
        }

        if (recorded.Previous != Head)
        {
            problems.Add("It does not follow the event before it.");
        }

        if (recorded.Computed() != recorded.Hash)
        {
            problems.Add("It was changed after it was recorded.");
        }

        (Sequence, Head) = (recorded.Sequence, recorded.Hash);
        return problems;
    }
}
