using SopAsCode.Definitions;
using SopAsCode.Documents.Library;
using SopAsCode.Model.Values;

namespace SopAsCode.Documents.Site;

/// <summary>What is known about earlier versions: the last recorded line of a lock file, and the SOP in an older build.</summary>
internal sealed class SopHistory
{
    private readonly Dictionary<string, SopDefinition> _older = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockEntry> _recorded = new(StringComparer.Ordinal);

    public SopHistory(IReadOnlyList<SopAssembly> older, IReadOnlyList<string> lockFiles)
    {
        foreach (var sop in older.SelectMany(assembly => assembly.Sops))
        {
            _older.TryAdd(sop.Id, sop);
        }

        foreach (var entry in lockFiles.SelectMany(text => LockFile.Parse(text).Entries))
        {
            _recorded.TryAdd(entry.Id, entry);
        }
    }

    /// <summary>The SOP in an older build; null when there is none.</summary>
    public SopDefinition? Older(LibrarySop sop) => _older.GetValueOrDefault(sop.Definition.Id);

    /// <summary>The version that was recorded last; null when there is none.</summary>
    public LockEntry? Recorded(LibrarySop sop) => _recorded.GetValueOrDefault(sop.Definition.Id);
}
