using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0320: fewer people can answer a checkpoint than must say yes there. Whoever must have done the step that <c>NotBy</c> names, and whoever must have given a
/// value that is approved, can't be one of them: that is the only holder of a role.
/// </summary>
internal sealed class QuorumRule() : SopRule(
    Id,
    "Checkpoint that too few people can answer",
    "a checkpoint at which more people must say yes than can, because of `Approvals` or `NotBy`",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0320";

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        for (var state = 0; state < sop.Graph.Fallback; state++)
        {
            if (Of(sop, state) is { } words)
            {
                var step = sop.Sop.Steps[state];
                yield return new(Id, step.Place.At(step.Approvals > 1 ? "Approvals" : "NotBy"), words);
            }
        }
    }

    /// <summary>Whether it reports a checkpoint.</summary>
    public static bool Says(RuleContext sop, int state) => Of(sop, state) is not null;

    private static string? Of(RuleContext sop, int state) =>
        sop.Sop.Steps[state] is { Kind: StepKind.Checkpoint, Performer: { IsRole: true } role } step && (step.Approvals > 1 || step.NotBy is not null)
        && sop.IsFinished(step) && sop.Graph.IsReached(state) ? Words(sop, state, step, role) : null;

    private static string? Words(RuleContext sop, int state, StepModel step, PartyModel role)
    {
        var name = MessageText.Of(sop.Sop, step);
        if (step.Approvals > Bounds.Approvers)
        {
            return $"{name} asks {People(step.Approvals)} to say yes, which never happens: set Approvals to at most {Text(Bounds.Approvers)}";
        }

        if (sop.Policy?.House.IsOnePerson == true)
        {
            return step.Approvals > 1 ? $"{name} asks {People(step.Approvals)} to say yes, and the policy says that the team is one: lower Approvals"
                : KeptAway(sop, state, step) is { } doer ? $"{name} keeps away whoever did '{doer.Name}', and the policy says that the team is one person: remove NotBy"
                : null;
        }

        var holding = Analyzers.People.Holding(sop.FinishedPolicy, role.Type);
        if (holding.Count == 0)
        {
            return null;
        }

        HashSet<string> left = new(holding, StringComparer.OrdinalIgnoreCase);
        List<string> gone = [];
        foreach (var (person, did) in Busy(sop, state, step))
        {
            if (left.Remove(person))
            {
                gone.Add($"'{MessageText.Text(person)}', who did '{did.Name}'");
            }
        }

        if (left.Count >= step.Approvals)
        {
            return null;
        }

        var wants = $"{name} needs {People(step.Approvals)} as '{role.Name}'";
        var those = left.Count == 0 ? "there is nobody" : $"there is only {MessageText.And([.. left.OrderBy(person => person, StringComparer.Ordinal).Select(person => $"'{MessageText.Text(person)}'")])}";
        return gone.Count == 0
            ? $"{wants}, and {those}: name another holder in the policy, or lower Approvals"
            : $"{wants}, and {those} besides {MessageText.And(gone)}: name another holder in the policy";
    }

    // The people who must have done something because of which they can't answer. Several of them count together where one run meets all that they did.
    private static IEnumerable<(string Person, StepModel Did)> Busy(RuleContext sop, int state, StepModel checkpoint)
    {
        List<int> doers = [];
        if (checkpoint.NotBy is { } named && sop.Graph.StateOf(named.Name) is { } doer && KeptAway(sop, state, checkpoint) is not null)
        {
            doers.Add(doer);
        }

        foreach (var maker in OwnWorkRule.Makers(sop, state, checkpoint))
        {
            if (!doers.Contains(maker) && doers.TrueForAll(other => IsOnOneWay(sop.Graph, other, maker)))
            {
                doers.Add(maker);
            }
        }

        return doers
            .Select(done => sop.Sop.Steps[done])
            .SelectMany(done => Alone(sop, done), (done, person) => (person, done));
    }

    // The only holder of the role that does a step; nobody when several can.
    private static HashSet<string> Alone(RuleContext sop, StepModel done) =>
        done.Performer is { } role && Analyzers.People.Holding(sop.FinishedPolicy, role.Type) is { Count: 1 } only ? only : [];

    private static StepModel? KeptAway(RuleContext sop, int state, StepModel checkpoint) =>
        checkpoint.NotBy is { } named && sop.Sop.Steps.FirstOrDefault(step => step.Name == named.Name) is { Traits.IsByPerson: true } doer
        && sop.Graph.StateOf(named.Name) is { } done && PathSearch.Shortest(sop.Graph, done, to => to == state) is not null
            ? doer
            : null;

    private static bool IsOnOneWay(FlowGraph graph, int one, int other) =>
        PathSearch.Shortest(graph, one, to => to == other) is not null || PathSearch.Shortest(graph, other, to => to == one) is not null;

    private static string People(int count) => EnglishWords.Count(count, "person", "different people");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
