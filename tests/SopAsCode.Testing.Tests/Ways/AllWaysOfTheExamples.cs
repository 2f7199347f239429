using SopAsCode.Definitions;
using SopAsCode.Runtime;
using TinyTeam;

namespace SopAsCode.Testing.Tests.Ways;

/// <summary>The ways of all SOPs of the example, against what their definitions say.</summary>
public class AllWaysOfTheExamples
{
    public static TheoryData<string> Sops => [.. TinyTeamSops.Instance.Sops.Select(sop => sop.Id)];

    [Theory, MemberData(nameof(Sops))]
    public void Have_names_of_their_own_and_leave_no_transition_out(string id)
    {
        var entry = TinyTeamSops.Instance.Find(id)!;
        var ways = AllWays.Of(entry.CreateMachine!(), new() { Visits = 4, Most = 20_000 }).List;
        Assert.Equal(ways.Count, ways.Select(way => way.ToString()).Distinct(StringComparer.Ordinal).Count());

        var taken = ways.SelectMany(way => way.Moves).Select(move => (move.From, move.Trigger, move.To)).ToHashSet();
        var declared = entry.Definition.Transitions.Where(move => IsOrdinary(entry.Definition, move)).Select(move => (move.From, move.Trigger, move.To)).ToHashSet();
        Assert.Equal(declared.Order(), taken.Order());
    }

    [Theory, MemberData(nameof(Sops))]
    public void Agree_with_what_no_way_says(string id)
    {
        var entry = TinyTeamSops.Instance.Find(id)!;
        var ways = AllWays.Of(entry.CreateMachine!(), new() { Visits = 1, WithInterventions = true, Most = 20_000 }).List;
        var states = entry.Definition.States;
        foreach (var (to, without) in states.SelectMany(to => states.Where(other => other != to).Select(other => (to, other))))
        {
            var avoiding = ways.FirstOrDefault(way => way.States.TakeWhile(state => state != to).All(state => state != without) && way.ComesTo(to));
            var found = Record.Exception(() => NoWay.In(entry.Definition).To(to).Without(without));
            if (avoiding is not null)
            {
                Assert.StartsWith($"'{entry.Definition.Title}' has a way to '{to}' without '{without}':", Assert.IsType<ScenarioException>(found).Message, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsOrdinary(SopDefinition sop, TransitionDefinition move) => move.Trigger switch
    {
        SopTrigger.Start or SopTrigger.SwitchToManual or SopTrigger.Cancel or SopTrigger.Escalate => false,
        SopTrigger.Fail when move.From == move.To => false,
        _ => sop.StepOf(move.From) is not null,
    };
}
