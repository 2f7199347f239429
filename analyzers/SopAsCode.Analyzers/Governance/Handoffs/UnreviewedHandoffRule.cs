using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0904: an unreviewed value of an AI, or work on a path that an AI chose, goes to an SOP that writes before anybody there approves it.
/// If SOP0201 already reports that SOP's write, nothing is reported here; the findings of another project's build are not known.
/// </summary>
internal sealed class UnreviewedHandoffRule() : SopRule(
    Id,
    "Unreviewed AI output handed to an SOP that writes it",
    "what an AI made, handed unreviewed to an SOP that writes it without a checkpoint",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.InsertCheckpoint, "insert a checkpoint"))
{
    public const string Id = "SOP0904";

    public override bool FollowsPaths => true;

    internal override Requires Requires => Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop) => Found(sop).Select(found => new Finding(Id, sop.Sop.Steps[found.Handoff.Step].NamePlace, Words(sop.Graph, found.Handoff, found.Way))
    {
        RelatedPlaces = PathSearch.Places(sop.Graph, found.Handoff.Path),
    });

    /// <summary>The numbers of the hand-offs that it reports.</summary>
    public static IEnumerable<int> Told(RuleContext sop) => Found(sop).Select(found => found.Handoff.Step);

    private static IEnumerable<(UnsafeWrite Handoff, IReadOnlyList<SopSummary> Way)> Found(RuleContext sop)
    {
        Dictionary<string, IReadOnlyList<SopSummary>> writing = new(StringComparer.Ordinal);
        foreach (var target in sop.Sop.Steps.SelectMany(step => step.Handoffs).Select(handoff => handoff.Target.Type).Distinct(StringComparer.Ordinal))
        {
            if (sop.Others.Way(target, other => other.HandsOverUnapproved, other => Writes(sop, other)) is { } way)
            {
                writing.Add(target, way);
            }
        }

        if (writing.Count == 0)
        {
            yield break;
        }

        foreach (var handoff in HandoffTaint.Of(sop.Graph))
        {
            if (sop.Sop.Steps[handoff.Step].Handoffs.Select(other => other.Target.Type).FirstOrDefault(writing.ContainsKey) is { } target)
            {
                yield return (handoff, writing[target]);
            }
        }
    }

    private static bool Writes(RuleContext sop, SopSummary other) =>
        other.Facts.HasFlag(SopFacts.InputReachesEffectUnapproved)
        && (other.UnapprovedWrites == Impact.None || !sop.Others.IsOwn(other) || !sop.GivesWay(Id, UnapprovedWriteRule.Id));

    private static string Words(FlowGraph graph, UnsafeWrite handoff, IReadOnlyList<SopSummary> way)
    {
        var step = graph.Sop.Steps[handoff.Step];
        var name = MessageText.Of(graph.Sop, step);
        var maker = graph.StepOf(handoff.Maker ?? handoff.Step)!;
        var there = There(way, handoff.Value is null ? WriteWords.What(way[way.Count - 1].Writes) : "it");
        return handoff.Value is { } value
            ? $"{graph.Print(handoff)}: {name} hands on the unreviewed '{value.Short}' {UnreviewedAiRule.Origin(maker, value)}, and {there}: {CheckpointWords.Show(graph, handoff, value)}"
            : $"{graph.Print(handoff)}: {name} hands on because of an answer of {UnreviewedAiRule.Who(maker)} ({UnreviewedAiRule.Asked(graph, handoff)}), unreviewed, and {there}: put {CheckpointWords.Review} before '{step.Name}'";
    }

    private static string There(IReadOnlyList<SopSummary> way, string what)
    {
        var last = way[way.Count - 1];
        var passed = way.Count > 1 ? $" (handed on: {Handoffs.Print(way.Select(other => other.Sop))})" : "";
        return $"'{Naming.Simple(last.Sop)}'{passed} writes {what} without a checkpoint";
    }
}
