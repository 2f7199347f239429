using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Finds the states that stored names mean now, because the class may have changed.</summary>
internal static class StoredNames
{
    /// <summary>The number of the state that a stored name means now.</summary>
    /// <param name="definition">The SOP as it is now.</param>
    /// <param name="name">The stored name.</param>
    /// <param name="version">The version under which it was stored; null when not known.</param>
    /// <returns>The number; -1 when no state has the name, and no change says where its runs continue.</returns>
    public static int Find(SopDefinition definition, string name, string? version)
    {
        // Changes of versions that the run already followed do not apply to its names, because a name may be in use again.
        var number = definition.NumberOf(Follow(definition, name, NewerThan(definition, version)));
        return number >= 0 ? number : definition.NumberOf(Follow(definition, name, definition.Changes.Count));
    }

    /// <summary>The number of the state that a stored name means now.</summary>
    /// <exception cref="UnknownStateException">There is no such state.</exception>
    public static int Get(SopDefinition definition, string run, string name, string? version) =>
        Find(definition, name, version) is >= 0 and var number ? number : throw new UnknownStateException(definition, run, name);

    // The changes are listed newest first, but they apply from the oldest to the newest.
    private static string Follow(SopDefinition definition, string name, int changes)
    {
        for (var i = changes - 1; i >= 0; i--)
        {
            name = definition.Changes[i].Moves.FirstOrDefault(move => move.From == name)?.To ?? name;
        }

        return name;
    }

    private static int NewerThan(SopDefinition definition, string? version)
    {
        for (var i = 0; i < definition.Changes.Count; i++)
        {
            if (definition.Changes[i].Version == version)
            {
                return i;
            }
        }

        return 0;
    }
}

/// <summary>A stored run or move names a step that its SOP no longer has.</summary>
public sealed class UnknownStateException : InvalidOperationException
{
    internal UnknownStateException(SopDefinition definition, string run, string state)
        : base($"Run '{run}' names step '{state}', which SOP '{definition.Id}'{(definition.Version is { } version ? $" {version}" : "")} does not have. "
            + $"Say in the SOP's newest change where such runs stand now: [Change(…, Moves = \"{state} -> NewStep\")].")
    {
        Sop = definition.Id;
        Run = run;
        State = state;
    }

    /// <summary>The <see cref="SopDefinition.Id"/> of the SOP.</summary>
    public string Sop { get; }

    /// <summary>The run.</summary>
    public string Run { get; }

    /// <summary>The name that no state has.</summary>
    public string State { get; }
}
