namespace SopAsCode.Model.Values;

/// <summary>The state of an SOP in a lock file.</summary>
public enum LockState
{
    /// <summary>It was in use.</summary>
    Active,

    /// <summary>It was retired, so it may be removed.</summary>
    Retired,

    /// <summary>It was removed; its id stays, because old runs name it.</summary>
    Removed,
}

/// <summary>A line of a lock file.</summary>
/// <param name="Id">The id of the SOP.</param>
/// <param name="Version">The version of its newest change.</param>
/// <param name="Date">The day of that change.</param>
/// <param name="Fingerprint">The fingerprint that this version had.</param>
/// <param name="State">The stage it had reached in its life.</param>
public sealed record LockEntry(string Id, string Version, string Date, string Fingerprint, LockState State = LockState.Active)
{
    /// <summary>The entry as a line of the file.</summary>
    public string Line => $"{Id} {Version} {Date} {Fingerprint}{(State == LockState.Active ? "" : " " + State.ToString().ToLowerInvariant())}";

    /// <summary>Whether its version is higher than that of another entry; false when one of them is not a valid version.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns>True when it is higher.</returns>
    public bool IsNewerThan(LockEntry other) =>
        System.Version.TryParse(Version, out var own) && System.Version.TryParse(other.Version, out var known) && own > known;
}

/// <summary>What a lock file needs to know about an SOP as it is now.</summary>
/// <param name="Entry">The line that would be written for it now.</param>
/// <param name="HasOwnId">Its id is stated, and not made from the name of its class.</param>
public sealed record LockedSop(LockEntry Entry, bool HasOwnId);

/// <summary>The result of an update of a lock file.</summary>
/// <param name="File">The file after it.</param>
/// <param name="Held">The ids whose line was kept because something changed without a higher version.</param>
/// <param name="Gone">The ids whose line was kept although no SOP has them and nothing explains why.</param>
public sealed record LockUpdate(LockFile File, IReadOnlyList<string> Held, IReadOnlyList<string> Gone);

/// <summary>
/// The file in which a project records the content of each version of each SOP. It has one line per SOP, in the order of the ids, so that
/// two branches that change different SOPs merge without a conflict. No ordinary build writes it, because a file that is updated with every
/// change would hide the change.
/// </summary>
public sealed class LockFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "Sops.lock.txt";

    private const string Header =
        "# Which version of each SOP means what: id, version, day, fingerprint. Written by the target UpdateSopLock and by fixes, never by a build.\n"
        + "# In a conflict keep the line with the higher version.\n";

    private readonly Dictionary<string, LockEntry> _entries = new(StringComparer.Ordinal);

    private LockFile(string comments, IEnumerable<LockEntry> entries, IReadOnlyList<string> unreadable)
    {
        Comments = comments;
        Unreadable = unreadable;
        foreach (var entry in entries)
        {
            // If a merge kept both lines, the newer line counts.
            if (!_entries.TryGetValue(entry.Id, out var known) || entry.IsNewerThan(known))
            {
                _entries[entry.Id] = entry;
            }
        }
    }

    /// <summary>The entries, in the order of their ids.</summary>
    public IEnumerable<LockEntry> Entries => _entries.Values.OrderBy(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>Lines that can't be read, such as those of a merge conflict.</summary>
    public IReadOnlyList<string> Unreadable { get; }

    /// <summary>The whole text, with <c>\n</c> at the end of each line.</summary>
    public string Text => Comments + string.Concat(Entries.Select(entry => entry.Line + "\n"));

    private string Comments { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text; empty for a file that does not exist yet.</param>
    /// <returns>The file.</returns>
    public static LockFile Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r', ' ', '\t')).Where(line => line.Length > 0).ToList();
        var comments = lines.Where(IsComment).ToList();
        var others = lines.Where(line => !IsComment(line)).ToList();
        return new(
            comments.Count == 0 ? Header : string.Concat(comments.Select(line => line + "\n")),
            others.Select(EntryOf).OfType<LockEntry>(),
            [.. others.Where(line => EntryOf(line) is null)]);
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The entry; null when the line holds none.</returns>
    public static LockEntry? EntryOf(string line)
    {
        var words = line.Trim().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (IsComment(line) || words.Length is < 4 or > 5 || !System.Version.TryParse(words[1], out _) || !words[3].All(IsHex))
        {
            return null;
        }

        return words.Length == 4 ? new(words[0], words[1], words[2], words[3])
            : words[4] == "retired" ? new(words[0], words[1], words[2], words[3], LockState.Retired)
            : words[4] == "removed" ? new(words[0], words[1], words[2], words[3], LockState.Removed)
            : null;
    }

    /// <summary>The entry of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The entry; null when there is none.</returns>
    public LockEntry? Find(string id) => _entries.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>
    /// Writes what is new: SOPs without a line, and SOPs with a higher version. A line whose SOP no longer exists is marked as removed if that
    /// is intended: the SOP was retired, or got another id.
    /// </summary>
    /// <param name="sops">All SOPs of the project that have a version.</param>
    /// <returns>The updated file, and the lines that were kept unchanged.</returns>
    public LockUpdate Update(IReadOnlyList<LockedSop> sops)
    {
        List<LockEntry> after = [];
        List<string> held = [];
        List<string> gone = [];
        foreach (var now in sops.Select(sop => sop.Entry))
        {
            var known = Find(now.Id);
            var isNew = known is null || now.IsNewerThan(known);
            after.Add(isNew ? now : known!);
            if (!isNew && known!.Fingerprint != now.Fingerprint)
            {
                held.Add(now.Id);
            }
        }

        HashSet<string> ids = new(sops.Select(sop => sop.Entry.Id), StringComparer.Ordinal);
        foreach (var known in Entries.Where(entry => !ids.Contains(entry.Id)))
        {
            var isMeant = known.State != LockState.Active || sops.Any(sop => sop.HasOwnId && sop.Entry.Fingerprint == known.Fingerprint && Find(sop.Entry.Id) is null);
            after.Add(isMeant ? known with { State = LockState.Removed } : known);
            if (!isMeant)
            {
                gone.Add(known.Id);
            }
        }

        return new(new(Comments, after, Unreadable), held, gone);
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("#", StringComparison.Ordinal);

    private static bool IsHex(char letter) => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
