using System.Collections.Immutable;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>Where a run stands, as the oracle keeps it. Equal when nothing that can happen differs.</summary>
internal sealed record OracleRun(string State)
{
    public bool IsStarted { get; init; }

    public string? CameFrom { get; init; }

    public bool CameFromIsDone { get; init; }

    public int Failures { get; init; }

    public ImmutableSortedDictionary<string, int> Rejections { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, int> Taken { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The same as a host stores it.</summary>
    public SopRunState Stored(SopDefinition definition) => new()
    {
        Id = "run",
        Sop = definition.Id,
        Version = definition.Version,
        State = State,
        IsStarted = IsStarted,
        CameFrom = CameFrom,
        CameFromIsDone = CameFromIsDone,
        FailuresInVisit = Failures,
        Rejections = Rejections,
        Taken = Taken,
    };

    /// <summary>All of it in one line, by which two are compared.</summary>
    public override string ToString() => Line(State, IsStarted, CameFrom, CameFromIsDone, Failures, Rejections, Taken);

    /// <summary>A stored run in the same line.</summary>
    public static string Line(SopRunState run) => Line(run.State, run.IsStarted, run.CameFrom, run.CameFromIsDone, run.FailuresInVisit, run.Rejections, run.Taken);

    private static string Line(
        string state, bool isStarted, string? cameFrom, bool isDone, int failures, IReadOnlyDictionary<string, int> rejections, IReadOnlyDictionary<string, int> taken) =>
        $"{state}{(isStarted ? " started" : "")}, from {cameFrom ?? "nowhere"}{(isDone ? " done" : "")}, {failures} failures, rejected: {Counts(rejections)}; taken: {Counts(taken)}";

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
