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

    /// <summary>The tasks beside its steps that hold a step up, and whether each is open.</summary>
    public ImmutableSortedDictionary<string, bool> Tasks { get; init; } = ImmutableSortedDictionary<string, bool>.Empty.WithComparers(StringComparer.Ordinal);

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
        Tasks = Tasks,
    };

    /// <summary>All of it in one line, by which two are compared.</summary>
    public override string ToString() => Line(State, IsStarted, CameFrom, CameFromIsDone, Failures, Rejections, Taken) + Line(Tasks);

    /// <summary>A stored run in the same line.</summary>
    public static string Line(SopRunState run) => Line(run.State, run.IsStarted, run.CameFrom, run.CameFromIsDone, run.FailuresInVisit, run.Rejections, run.Taken) + Line(run.Tasks);

    private static string Line(
        string state, bool isStarted, string? cameFrom, bool isDone, int failures, IReadOnlyDictionary<string, int> rejections, IReadOnlyDictionary<string, int> taken) =>
        $"{state}{(isStarted ? " started" : "")}, from {cameFrom ?? "nowhere"}{(isDone ? " done" : "")}, {failures} failures, rejected: {Counts(rejections)}; taken: {Counts(taken)}";

    private static string Line(IEnumerable<KeyValuePair<string, bool>> tasks) =>
        string.Concat(tasks.OrderBy(task => task.Key, StringComparer.Ordinal).Select(task => $"; '{task.Key}' {(task.Value ? "open" : "done")}"));

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
