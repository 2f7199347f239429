using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>What a row of the population says about a run, added up from its events alone.</summary>
internal sealed class PackedRun(string run)
{
    private readonly RecordChain _chain = new();

    public string Run { get; } = run;

    public string Sop { get; private set; } = "";

    public string? Version { get; private set; }

    public DateTimeOffset Started { get; private set; }

    public DateTimeOffset? Ended { get; private set; }

    public string State { get; private set; } = "";

    public string Head => _chain.Head;

    public int Events => _chain.Sequence;

    /// <summary>Adds the next event.</summary>
    /// <returns>What is wrong with it.</returns>
    public IReadOnlyList<string> Add(RecordedEvent recorded)
    {
        List<string> problems = [.. _chain.Add(recorded)];
        if (recorded.Sequence == 1)
        {
            (Sop, Started) = (recorded.Sop, recorded.At);
        }

        Version = recorded.Version ?? Version;
        try
        {
            switch (recorded.Read())
            {
                case RunStarted started:
                    State = started.State;
                    break;
                case RunEnded ended:
                    (State, Ended) = (ended.End, recorded.At);
                    break;
                case FollowedChange change:
                    State = change.To;
                    break;
                case Approved or Rejected when recorded.By.Kind != ActorKind.Person:
                    problems.Add("Somebody who is no person answered at a checkpoint.");
                    break;
            }

            if (recorded.Read() is MovingEvent { Move: { } move })
            {
                State = move.To;
            }
        }
        catch (System.Text.Json.JsonException)
        {
            problems.Add("It can't be read: a newer version wrote it, or it was changed.");
        }

        return problems;
    }
}
