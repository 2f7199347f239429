using System.Collections;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// All ways through an SOP, as data for theories: each way that its machine can go, whatever conditions and limits say, up to stated bounds. Rejects count, as the
/// machine counts them.
/// </summary>
/// <example>
/// <code>
/// public static AllWays Ways =&gt; AllWays.Of(SupportTriage.CreateSopMachine());
///
/// [Theory, MemberData(nameof(Ways))]
/// public void Nobody_gets_a_reply_that_nobody_read(Way way) =&gt; Assert.True(way.IsApprovedAt(nameof(SupportTriage.ReviewReply)) || !way.ComesTo(nameof(SupportTriage.SendReply)));
/// </code>
/// </example>
public sealed class AllWays : IEnumerable<object[]>
{
    private readonly SopMachine _machine;
    private readonly SopDefinition _sop;
    private readonly WayBounds _bounds;
    private readonly List<Way> _ways = [];
    private readonly List<WayMove> _moves = [];

    private AllWays(SopMachine machine, WayBounds bounds)
    {
        (_machine, _sop, _bounds) = (machine, machine.Definition, bounds);
        foreach (var start in _sop.Triggers.Select(trigger => trigger.Start).OfType<string>().Prepend(_sop.Steps[0].Name).Distinct(StringComparer.Ordinal))
        {
            Follow(new() { Id = "way", Sop = _sop.Id, Version = _sop.Version, State = start }, new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 1 });
        }
    }

    /// <summary>The ways, the order is that of the declaration.</summary>
    public IReadOnlyList<Way> List => _ways;

    /// <summary>All ways through an SOP.</summary>
    /// <param name="machine">Its machine, from the generated <c>CreateSopMachine</c>.</param>
    /// <param name="bounds">How far they are followed; null for the usual bounds.</param>
    /// <returns>The ways.</returns>
    /// <exception cref="ScenarioException">There are more ways than the bounds allow.</exception>
    public static AllWays Of(SopMachine machine, WayBounds? bounds = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new(machine, bounds ?? new());
    }

    /// <summary>A row for each way, which has the <see cref="Way"/>.</summary>
    /// <returns>The rows.</returns>
    public IEnumerator<object[]> GetEnumerator() => _ways.Select(way => new object[] { way }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Follow(SopRunState run, Dictionary<string, int> visits)
    {
        if (_sop.IsEnd(run.State) || (run.State == "Fallback" && !_bounds.WithInterventions))
        {
            if (_ways.Count == _bounds.Most)
            {
                throw new ScenarioException($"SOP '{_sop.Id}' has more than {_bounds.Most} ways in which no state comes more than {_bounds.Visits} times. Lower {nameof(WayBounds.Visits)}, or raise {nameof(WayBounds.Most)}.");
            }

            _ways.Add(new() { Sop = _sop, Moves = [.. _moves] });
            return;
        }

        foreach (var move in WayStep.From(_sop, run, _bounds.WithInterventions).Where(move => IsTaken(run, move)))
        {
            var count = visits.GetValueOrDefault(move.To);
            if (count < _bounds.Visits)
            {
                visits[move.To] = count + 1;
                _moves.Add(new() { From = move.From, Trigger = move.Trigger, To = move.To, Label = move.Label });
                Follow(WayStep.After(_sop, run, move), visits);
                _moves.RemoveAt(_moves.Count - 1);
                visits[move.To] = count;
            }
        }
    }

    // Where a reject leads depends on what the run counted, so the machine says it.
    private bool IsTaken(SopRunState run, TransitionDefinition move) =>
        move.Trigger != SopTrigger.Reject || _machine.Fire(SopRun.Restore(_sop, run with { IsStarted = true, Tasks = new Dictionary<string, bool>(StringComparer.Ordinal) }), SopTrigger.Reject).To == move.To;
}
