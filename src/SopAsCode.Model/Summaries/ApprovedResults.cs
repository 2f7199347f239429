using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>A value that a person approved before a run completes.</summary>
/// <param name="Type">Its type, by full name.</param>
/// <param name="Role">The role that approved it last, on some way.</param>
public sealed record ApprovedResult(string Type, PartyModel Role);

/// <summary>Finds the values whose last version a person approved on each way to the completed end.</summary>
internal static class ApprovedResults
{
    private const int Nobody = -1;

    /// <summary>The values, once for each role that can have approved them last.</summary>
    public static IEnumerable<(TypeUse Type, PartyModel Role)> Of(FlowGraph graph) => graph.Sop.Steps
        .Where((_, state) => graph.From(state).Any(graph.IsApproval))
        .SelectMany(step => step.Approved.Select(shown => shown.Type).Concat(step.Makes))
        .Where(type => type is { CanBeData: true, CanBeNamed: true, IsUnknown: false, Plain: not "SopAsCode.Tick" })
        .GroupBy(type => type.Key, StringComparer.Ordinal)
        .Select(same => same.First())
        .OrderBy(type => type.Plain, StringComparer.Ordinal)
        .SelectMany(type => Roles(graph, type.Key), (type, role) => (type, role));

    // The roles of the steps that approved it last; none when a run can complete with a version that nobody approved.
    private static IEnumerable<PartyModel> Roles(FlowGraph graph, string type)
    {
        HashSet<(int State, int Last)> seen = [.. graph.Entries.Select(entry => (entry, Nobody))];
        Queue<(int State, int Last)> open = new(seen);
        while (open.Count > 0)
        {
            var (state, last) = open.Dequeue();
            foreach (var edge in state < graph.Fallback ? PathSearch.From(graph, state) : [])
            {
                var next = (edge.To, After(graph, edge, last, type));
                if (seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        List<int> approving = [.. seen.Where(run => run.State == graph.Completed).Select(run => run.Last)];
        var roles = approving.Contains(Nobody) ? [] : approving.SelectMany(last => By(graph.Sop.Steps[last])).ToList();
        return roles.GroupBy(role => role.Type, StringComparer.Ordinal).Select(same => same.First()).OrderBy(role => role.Type, StringComparer.Ordinal);
    }

    private static int After(FlowGraph graph, FlowEdge edge, int last, string type)
    {
        var step = graph.Sop.Steps[edge.From];
        return graph.IsApproval(edge) && graph.UsesOf(edge.From).Approved.Contains(type) ? edge.From
            : edge.CarriesOutput && step.Makes.Any(made => made.Key == type) ? Nobody
            : edge.Trigger is SopTrigger.Reject or SopTrigger.TimeOut && step.Kind == StepKind.Checkpoint ? Nobody
            : last;
    }

    private static EquatableArray<PartyModel> By(StepModel step) => step.Handoffs.Count > 0 ? step.Handoffs.SelectMany(handoff => handoff.ApprovedBy).ToEquatableArray() : step.Performer is { } role ? [role] : [];
}
