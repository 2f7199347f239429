using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0303: the policy says who approves what touches money, customers and so on; somebody else does, or that role sees something else.</summary>
internal sealed class ApproverRule() : SopRule(
    Id,
    "Write that another role approves than the policy names",
    "a write that another role approves than the policy's `[RequireApprover]` names, or of which that role was shown nothing",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.SetRole, "set the role, one offer per role"))
{
    public const string Id = "SOP0303";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var same in Wanted(sop).GroupBy(wanted => string.Join("|", wanted.Roles.Select(role => role.Type)), StringComparer.Ordinal))
        {
            HashSet<int> said = [];
            var ways = same.SelectMany(wanted => ShownValues.WithoutApprovalBy(sop.Graph, wanted.Write, step => IsWanted(sop, step, wanted.Roles)), (wanted, way) => (Wanted: wanted, Way: way));
            foreach (var (wanted, way) in ways.OrderBy(one => one.Way.Path.Count))
            {
                // The checkpoint whose approval came last before the write is the one that let it pass.
                if (Mended(sop, wanted, way) is { } checkpoint)
                {
                    if (said.Add(checkpoint))
                    {
                        yield return OfAnother(sop, wanted, way, checkpoint);
                    }
                }
                else if (!IsSaid(sop, wanted, way) && said.Add(wanted.Write))
                {
                    yield return OfNobody(sop, wanted, way);
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
            if (sop.Policy is not { Approvers.Count: > 0 } policy || !(step.NeedsApproval || step.Kind == StepKind.Human || step.Handoff is not null))
            {
                continue;
            }

            var resting = step.Handoff is null ? null : Resting(sop, step);
            foreach (var same in Impacts(sop, step, resting).Select(impact => (Impact: impact, Roles: RolesFor(policy, impact)))
                .Where(one => one.Roles.Count > 0 && resting?.Exists(write => write.Harm.HasFlag(one.Impact) && !(write.Person is { } person && IsOneOf(person, one.Roles))) != false)
                .GroupBy(one => string.Join("|", one.Roles.Select(role => role.Type)), StringComparer.Ordinal))
            {
                var roles = same.First().Roles;
                if (step.Kind != StepKind.Human || !IsOneOf(sop, step, roles))
                {
                    yield return new(state, same.Aggregate(Impact.None, (all, one) => all | one.Impact), roles);
                }
            }
        }
    }

    private static IEnumerable<Impact> Impacts(RuleContext sop, StepModel step, List<(Impact Harm, PartyModel? Person)>? resting)
    {
        var harms = resting?.Select(write => write.Harm) ?? step.Access.Where(access => access.HasEffect && !ImpactRule.Tells(sop, Id, access)).Select(access => access.Harm);
        var all = harms.Aggregate(Impact.None, (impacts, harm) => impacts | harm);
        return Enum.GetValues(typeof(Impact)).Cast<Impact>().Where(impact => impact != Impact.None && all.HasFlag(impact));
    }

    // The writes of other SOPs that rest on the approval here: those of the SOPs that take the input as approved, and of SOPs to which they pass that on; and
    // what SOPs of other projects write unapproved, about which no build says anything here.
    private static List<(Impact Harm, PartyModel? Person)> Resting(RuleContext sop, StepModel step)
    {
        HashSet<string> seen = new(step.Handoffs.Where(handoff => handoff.Target.HasApprovedInput).Select(handoff => handoff.Target.Type), StringComparer.Ordinal);
        Queue<string> open = new(seen);
        List<(Impact Harm, PartyModel? Person)> all =
        [
            .. step.Handoffs.Where(handoff => !handoff.Target.HasApprovedInput && sop.Others.OwnFlow(handoff.Target.Type) is null)
                .Select(handoff => sop.Others.Find(handoff.Target.Type)?.UnapprovedWrites ?? Impact.None)
                .Where(harm => harm != Impact.None)
                .Select(harm => (harm, (PartyModel?)null)),
        ];
        while (open.Count > 0)
        {
            if (sop.Others.Find(open.Dequeue()) is { } other)
            {
                all.Add((other.ApprovedInputWrites, null));
                all.AddRange(other.ApprovedInputWriters.Select(person => (person.Harm, (PartyModel?)person.Role)));
                other.PassesOnApproval.Where(seen.Add).ToList().ForEach(open.Enqueue);
            }
        }

        return all;
    }

    // If there are several roles for one impact, any of them may approve.
    private static List<PartyModel> RolesFor(PolicyModel policy, Impact impact) =>
        [.. policy.Approvers.Where(approver => approver.Impact.HasFlag(impact)).Select(approver => approver.Role).GroupBy(role => role.Type, StringComparer.Ordinal).Select(same => same.First())];

    private static bool IsWanted(RuleContext sop, StepModel step, List<PartyModel> roles) => step.BringsBackApproved
        ? step.Handoffs.SelectMany(handoff => handoff.ApprovedBy).All(role => roles.Exists(one => role.Covers(one.Type)))
        : step is { Kind: StepKind.Checkpoint, ApprovesNothing: false } && IsOneOf(sop, step, roles);

    // A role that does not compile yet may be the one.
    private static bool IsOneOf(RuleContext sop, StepModel step, List<PartyModel> roles) =>
        step.Performer is not { } role || !sop.IsFinished(step) || IsOneOf(role, roles);

    private static bool IsOneOf(PartyModel role, List<PartyModel> roles) => roles.Exists(one => role.Covers(one.Type));

    // The checkpoint of another role at which it is enough that the wanted role decides: it shows what is written.
    private static int? Mended(RuleContext sop, WantedApproval wanted, ShownWay way)
    {
        if (way.Last is not { } last || sop.Sop.Steps[last] is not { Kind: StepKind.Checkpoint } checkpoint || IsWanted(sop, checkpoint, wanted.Roles))
        {
            return null;
        }

        var shown = PathSearch.Approved(checkpoint);
        return way.Made.Count == 0 || way.Made.Any(made => shown.Contains(made.Key)) ? last : null;
    }

    // That nobody saw what is written is said at the write already.
    private static bool IsSaid(RuleContext sop, WantedApproval wanted, ShownWay way) =>
        sop.Sop.Steps[wanted.Write].Handoff is not null
            ? sop.Sop.Steps[wanted.Write].ApprovedHandoff is null ? way.Last is null : sop.GivesWay(Id, ApprovedInputRule.Id) && (way.Last is null || HandoffTaint.UnapprovedInputs(sop.Graph).Any(handoff => handoff.Step == wanted.Write))
            : sop.Sop.Steps[wanted.Write].NeedsApproval
        && (way.Last is null ? sop.GivesWay(Id, UnapprovedWriteRule.Id) : sop.Writes.ByStep.TryGetValue(wanted.Write, out var other) && sop.GivesWay(Id, other));

    private static Finding OfAnother(RuleContext sop, WantedApproval wanted, ShownWay way, int last)
    {
        var (graph, checkpoint) = (sop.Graph, sop.Sop.Steps[last]);
        var seen = way.Counted is { } counted ? $"{Saw(graph, counted)}, and " : "";
        var does = way.Counted is not null && checkpoint.Makes.Any(changed => way.Made.Any(made => made.Key == changed.Key)) ? "may change it later" : "decides";
        return new(
            Id,
            checkpoint.Place,
            $"{Demand(sop, wanted, way, sop.Sop.Steps[wanted.Write].Name)}, but {seen}'{checkpoint.Performer!.Name}' {does} at {MessageText.Of(graph.Sop, checkpoint)}: let {Names(wanted)} decide there")
        {
            RelatedPlaces = PathSearch.Places(graph, way.Path),
            Fix = new(FixNames.SetRole, string.Join("|", wanted.Roles.Select(role => role.Type))),
        };
    }

    private static Finding OfNobody(RuleContext sop, WantedApproval wanted, ShownWay way)
    {
        var (graph, write) = (sop.Graph, sop.Sop.Steps[wanted.Write]);
        var seen = (way.Counted ?? way.Last) is { } approver ? Saw(graph, approver) : "nobody does";
        var todo = way.Made.Count > 0 ? "show it at" : "put";
        return new(
            Id,
            write.NamePlace,
            $"{Demand(sop, wanted, way, $"{sop.Sop.Class.Name}.{write.Name}")}, but {seen}: {todo} a checkpoint of {Names(wanted)} with [Due] before it")
        {
            RelatedPlaces = PathSearch.Places(graph, way.Path),
        };
    }

    private static string Demand(RuleContext sop, WantedApproval wanted, ShownWay way, string name)
    {
        var write = sop.Sop.Steps[wanted.Write];
        var what = way.Made.Count > 0 ? $"the {MessageText.And([.. way.Made.Select(value => $"'{value.Short}'")])} that" : "what";
        var does = (write.ApprovedHandoff ?? write.Handoff) is { } handoff ? $"hands to SOP '{Naming.Simple(handoff.Target.Type)}'" : $"writes to {Tools(write, wanted.Impact)}";
        return $"{sop.Graph.Print(way)}: the policy wants {Names(wanted)} to approve {what} '{name}' {does}";
    }

    private static string Saw(FlowGraph graph, int checkpoint)
    {
        var step = graph.Sop.Steps[checkpoint];
        return step.Handoff is { } handoff
            ? $"{MessageText.Or([.. handoff.ApprovedBy.Select(role => $"'{role.Name}'")])} saw {CheckpointWords.Shown(step)} in SOP '{Naming.Simple(handoff.Target.Type)}'"
            : $"'{step.Performer!.Name}' saw {CheckpointWords.Shown(step)} at '{step.Name}'";
    }

    private static string Names(WantedApproval wanted) => MessageText.Or([.. wanted.Roles.Select(role => $"'{role.Name}'")]);

    private static string Tools(StepModel step, Impact impact) => string.Join(
        " and ",
        step.Access.Where(access => access.HasEffect && (access.Harm & impact) != Impact.None).Select(access => $"'{access.Tool.Name}'").Distinct(StringComparer.Ordinal));

    private sealed record WantedApproval(int Write, Impact Impact, List<PartyModel> Roles);
}
