using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// Demands that no way through an SOP comes somewhere without something: whatever conditions, limits and counts say, through the manual path too, and however
/// long the way is. It looks at the declaration alone, and nothing runs.
/// </summary>
/// <example>
/// <code>
/// NoWay.In(SupportTriage.Definition).To(nameof(SupportTriage.SendReply)).WithoutApprovalAt(nameof(SupportTriage.ReviewReply));
/// </code>
/// </example>
public sealed class NoWay
{
    private readonly SopDefinition _sop;

    private NoWay(SopDefinition sop) => _sop = sop;

    /// <summary>Begins the sentence.</summary>
    /// <param name="sop">The SOP: its generated <c>Definition</c>.</param>
    /// <returns>Its ways.</returns>
    public static NoWay In(SopDefinition sop)
    {
        ArgumentNullException.ThrowIfNull(sop);
        return new(sop);
    }

    /// <summary>The ways to a state.</summary>
    /// <param name="state">A step by <c>nameof</c>, an end by <see cref="End"/>, or <see cref="Sop.Fallback"/>.</param>
    /// <returns>The ways.</returns>
    /// <exception cref="ScenarioException">The SOP has no such state.</exception>
    public NoWayTo To(string state) => new(_sop, StateNames.Of(_sop, state));
}

/// <summary>The ways of an SOP to one state.</summary>
public sealed class NoWayTo
{
    private readonly SopDefinition _sop;
    private readonly string _to;

    internal NoWayTo(SopDefinition sop, string to) => (_sop, _to) = (sop, to);

    /// <summary>Demands that each of them comes to at least one of these states before.</summary>
    /// <param name="states">The states.</param>
    /// <exception cref="ScenarioException">One does not; the message shows the shortest. Or the SOP has no such state, or no way to the first one at all.</exception>
    public void Without(params string[] states)
    {
        var named = Named(states);
        Demand((_, to) => named.Contains(to), null, $"without '{string.Join("' or '", named)}'", start => named.Contains(start));
    }

    /// <summary>Demands that somebody approves on each of them at one of these checkpoints before.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <exception cref="ScenarioException">Nobody does on one; the message shows the shortest. Or the SOP has no such state, or no way to the first one at all.</exception>
    public void WithoutApprovalAt(params string[] checkpoints)
    {
        var named = Named(checkpoints);
        Demand((move, _) => IsApproval(move, named), null, $"without an approval at '{string.Join("' or '", named)}'", _ => false);
    }

    /// <summary>Demands that somebody approves on each of them at a checkpoint, and that a step does not come again between that and the state.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="since">The step after which an older approval no longer counts, such as the one that makes what is approved.</param>
    /// <exception cref="ScenarioException">Nobody does on one; the message shows the shortest. Or the SOP has no such state, or no way to the first one at all.</exception>
    public void WithoutApprovalAtSince(string checkpoint, string since)
    {
        var (named, again) = (Named([checkpoint]), StateNames.Of(_sop, since));
        Demand((move, _) => IsApproval(move, named), again, $"without an approval at '{named.Single()}' since '{again}'", _ => false);
    }

    private static bool IsApproval(TransitionDefinition move, HashSet<string> checkpoints) => move.Trigger == SopTrigger.Approve && checkpoints.Contains(move.From);

    private HashSet<string> Named(string[] states) => states is { Length: > 0 }
        ? states.Select(state => StateNames.Of(_sop, state)).ToHashSet(StringComparer.Ordinal)
        : throw new ArgumentException("Name at least one.", nameof(states));

    private void Demand(Func<TransitionDefinition, string, bool> has, string? again, string words, Func<string, bool> hasAtStart)
    {
        var search = new WaySearch(_sop, _to, has, again, hasAtStart);
        if (search.Without() is { } without)
        {
            throw new ScenarioException($"'{_sop.Title}' has a way to '{_to}' {words}:\n  {without}");
        }

        // A demand about a state that no run comes to says nothing.
        if (!search.IsReached)
        {
            throw new ScenarioException($"'{_sop.Title}' has no way to '{_to}' at all.");
        }
    }
}
