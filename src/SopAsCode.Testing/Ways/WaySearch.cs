using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>Looks for the shortest way to a state on which something did not happen. It forgets counts, so it looks at more ways than a run can take, and misses none.</summary>
internal sealed class WaySearch(SopDefinition sop, string to, Func<TransitionDefinition, string, bool> has, string? again, Func<string, bool> hasAtStart)
{
    private readonly Dictionary<Position, (Position? Before, WayMove? By)> _seen = [];
    private readonly Queue<Position> _open = new();

    /// <summary>Whether the state is reached at all.</summary>
    public bool IsReached { get; private set; }

    /// <summary>The shortest way without; null when there is none.</summary>
    public Way? Without()
    {
        foreach (var start in sop.Triggers.Select(trigger => trigger.Start).OfType<string>().Prepend(sop.Steps[0].Name))
        {
            Add(new(start, null, false, hasAtStart(start)), null, null);
        }

        while (_open.TryDequeue(out var position))
        {
            IsReached |= position.State == to;
            if (position.State == to && !position.Has)
            {
                return WayTo(position);
            }

            if (sop.IsEnd(position.State))
            {
                continue;
            }

            var run = new SopRunState { Id = "way", Sop = sop.Id, Version = sop.Version, State = position.State, CameFrom = position.CameFrom, CameFromIsDone = position.IsDone };
            foreach (var move in WayStep.From(sop, run, withInterventions: true))
            {
                var after = WayStep.After(sop, run, move);
                var hasIt = has(move, move.To) || (position.Has && move.To != again);
                Add(
                    new(after.State, after.State == Fallback ? after.CameFrom : null, after.State == Fallback && after.CameFromIsDone, hasIt),
                    position,
                    new() { From = move.From, Trigger = move.Trigger, To = move.To, Label = move.Label });
            }
        }

        return null;
    }

    private static string Fallback => nameof(Sop.Fallback);

    private void Add(Position position, Position? before, WayMove? by)
    {
        if (_seen.TryAdd(position, (before, by)))
        {
            _open.Enqueue(position);
        }
    }

    private Way WayTo(Position end)
    {
        List<WayMove> moves = [];
        for (Position? at = end; at is not null; at = _seen[at].Before)
        {
            if (_seen[at].By is { } move)
            {
                moves.Insert(0, move);
            }
        }

        return new() { Sop = sop, Moves = moves };
    }

    // Where a run can stand as far as the search is concerned.
    private sealed record Position(string State, string? CameFrom, bool IsDone, bool Has);
}
