using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class OrderOfTheSource
{
    private static Machine Plain() => new(Sops.Plain.CreateSopMachine(), new Order(7, 10));

    [Fact]
    public void The_first_step_is_the_start() => Assert.Equal("First", Plain().State);

    [Fact]
    public void Without_next_a_step_leads_to_the_one_below_and_the_last_to_completed()
    {
        var run = Plain();
        Assert.Equal("Second", run.Do(Complete));
        Assert.Equal("Third", run.Do(Complete));
        Assert.Equal("Completed", run.Do(Complete));
    }

    [Fact]
    public void An_end_has_no_way_out()
    {
        var run = Machine.At(Sops.Plain.CreateSopMachine(), "Completed");
        Assert.Empty(run.Open);
        Assert.Equal("refused: Complete is not open in Completed of SOP 'plain'. The run has ended.", run.Fire(Complete));
    }

    [Fact]
    public void A_refusal_names_what_is_open_and_changes_nothing()
    {
        var run = Plain();
        Assert.Equal("refused: Approve is not open in First of SOP 'plain'. Open: Complete, Fail, SwitchToManual, Cancel.", run.Do(Approve));
        Assert.Equal("First", run.State);
    }

    [Fact]
    public void Every_sop_has_the_same_fixed_states_behind_its_steps() =>
        Assert.Equal(["First", "Second", "Third", "Fallback", "Completed", "Rejected", "Escalated", "Cancelled"], Sops.Plain.Definition.States);

    [Fact]
    public void States_of_enum_and_definition_have_the_same_numbers()
    {
        Assert.Equal(Sops.Plain.Definition.States, Enum.GetNames<Plain.State>());
        Assert.Equal(Enumerable.Range(0, 8), Enum.GetValues<Plain.State>().Select(state => (int)state));
    }

    [Fact]
    public void Triggers_are_those_of_every_sop() => Assert.Equal(
        Enum.GetValues<SopTrigger>().Select(trigger => (trigger.ToString(), (int)trigger)),
        Enum.GetValues<Plain.Trigger>().Select(trigger => (trigger.ToString(), (int)trigger)));
}
