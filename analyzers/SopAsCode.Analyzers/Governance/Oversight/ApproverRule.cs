using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0303: the policy says who must approve writes that touch money, customers and so on, but somebody else approves.</summary>
internal sealed class ApproverRule() : SopRule(
    Id,
    "The role that the policy names approves",
    "a write that another role approves than the policy's `[RequireApprover]` names",
    new(Starter: Info, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.SetRole, "set the role"))
{
    public const string Id = "SOP0303";

    // Stands for a path on which nothing was approved yet.
    private const int Nobody = -1;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var same in Wanted(sop).GroupBy(wanted => string.Join("|", wanted.Roles.Select(role => role.Type)), StringComparer.Ordinal))
        {
            var writes = same.ToDictionary(wanted => wanted.Write);
            HashSet<int> said = [];

            // The last checkpoint that approved before the write is the one that allowed it.
            foreach (var way in WaysWithout(sop, same.First().Roles))
            {
                if (writes.TryGetValue(way.State, out var wanted)
                    && (way.Last != Nobody || !sop.GivesWay(Id, UnapprovedWriteRule.Id))
                    && said.Add(way.Last == Nobody ? Nobody - way.State : way.Last))
                {
                    yield return way.Last == Nobody ? OfNobody(sop, wanted, way.Path()) : OfAnother(sop, wanted, way.Last, way.Path());
                }
            }
        }
    }

    // A write inside a complete limit is autonomous, and the caps of the policy limit it instead.
    private static IEnumerable<WantedApproval> Wanted(RuleContext sop)
    {
        for (var state = 0; state < sop.Graph.Fallback; state++)
        {
            var step = sop.Sop.Steps[state];
            if (sop.Policy is not { Approvers.Count: > 0 } policy || !step.NeedsApproval)
            {
                continue;
            }

            foreach (var same in Impacts(step).Select(impact => (Impact: impact, Roles: RolesFor(policy, impact))).Where(one => one.Roles.Count > 0)
                .GroupBy(one => string.Join("|", one.Roles.Select(role => role.Type)), StringComparer.Ordinal))
            {
                yield return new(state, same.Aggregate(Impact.None, (all, one) => all | one.Impact), same.First().Roles);
            }
        }
    }

    private static IEnumerable<Impact> Impacts(StepModel step)
    {
        var all = step.Access.Where(access => access.HasEffect).Aggregate(Impact.None, (impacts, access) => impacts | (access.Impact ?? Impact.None));
        return Enum.GetValues(typeof(Impact)).Cast<Impact>().Where(impact => impact != Impact.None && all.HasFlag(impact));
    }

    // If there are several roles for one impact, any of them may approve.
    private static List<PartyModel> RolesFor(PolicyModel policy, Impact impact) =>
        [.. policy.Approvers.Where(approver => approver.Impact.HasFlag(impact)).Select(approver => approver.Role).GroupBy(role => role.Type, StringComparer.Ordinal).Select(same => same.First())];

    // Every state that a run can reach without an approval by these roles, with the checkpoint that approved last; shortest paths first.
    private static IEnumerable<Way> WaysWithout(RuleContext sop, List<PartyModel> roles)
    {
        HashSet<(int State, int Last)> seen = [(0, Nobody)];
        Queue<Way> open = new([new(0, Nobody, null)]);
        while (open.Count > 0)
        {
            var way = open.Dequeue();
            yield return way;
            foreach (var edge in PathSearch.From(sop.Graph, way.State))
            {
                var isApproval = edge.Trigger == SopTrigger.Approve;
                var next = new Way(edge.To, isApproval ? way.State : way.Last, way);
                if (!(isApproval && IsWanted(sop, sop.Sop.Steps[way.State], roles)) && seen.Add((next.State, next.Last)))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    // A role that does not compile yet may be the required role.
    private static bool IsWanted(RuleContext sop, StepModel checkpoint, List<PartyModel> roles) =>
        checkpoint.Performer is not { } role || !sop.IsFinished(checkpoint) || roles.Exists(one => one.Type == role.Type);

    private static Finding OfAnother(RuleContext sop, WantedApproval wanted, int last, List<int> path)
    {
        var (graph, checkpoint, write) = (sop.Graph, sop.Sop.Steps[last], sop.Sop.Steps[wanted.Write]);
        return new(
            Id,
            checkpoint.Place,
            $"The policy wants {Names(wanted)} to approve what '{write.Name}' writes to {Tools(write, wanted.Impact)}, {WriteWords.Where(wanted.Impact)}, but at checkpoint {MessageText.Of(graph.Sop, checkpoint)} "
            + $"'{checkpoint.Performer!.Name}' does, on the way {graph.Print(path)}: let {Names(wanted)} decide there")
        {
            RelatedPlaces = PathSearch.Places(graph, path),
            Fix = new(FixNames.SetRole, string.Join("|", wanted.Roles.Select(role => role.Type))),
        };
    }

    private static Finding OfNobody(RuleContext sop, WantedApproval wanted, List<int> path)
    {
        var (graph, write) = (sop.Graph, sop.Sop.Steps[wanted.Write]);
        return new(
            Id,
            write.NamePlace,
            $"The policy wants {Names(wanted)} to approve what {MessageText.Of(graph.Sop, write)} writes to {Tools(write, wanted.Impact)}, {WriteWords.Where(wanted.Impact)}, but nobody does on the way "
            + $"{graph.Print(path)}: put a checkpoint of {Names(wanted)} with [Due] before it")
        {
            RelatedPlaces = PathSearch.Places(graph, path),
        };
    }

    private static string Names(WantedApproval wanted) => MessageText.Or([.. wanted.Roles.Select(role => $"'{role.Name}'")]);

    private static string Tools(StepModel step, Impact impact) => string.Join(
        " and ",
        step.Access.Where(access => access.HasEffect && ((access.Impact ?? Impact.None) & impact) != Impact.None).Select(access => $"'{access.Tool.Name}'").Distinct(StringComparer.Ordinal));

    private sealed class Way(int state, int last, Way? before)
    {
        public int State => state;

        public int Last => last;

        public List<int> Path()
        {
            List<int> path = [];
            for (var way = this; way is not null; way = way.Before)
            {
                path.Add(way.State);
            }

            path.Reverse();
            return path;
        }

        private Way? Before => before;
    }

    private sealed record WantedApproval(int Write, Impact Impact, List<PartyModel> Roles);
}
