using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;
using static SopAsCode.Runtime.SopTrigger;

namespace SopAsCode.Tests.Flow;

public class ConditionsInOrder
{
    private static Machine Of(decimal total) => new(Choices.CreateSopMachine(), new Order(7, total));

    [Fact]
    public void The_first_entry_that_holds_wins()
    {
        var run = Of(1000);
        Assert.Equal("Check", run.Do(Complete));
        Assert.Equal("The order is large", run.Reason);
    }

    [Fact]
    public void The_entry_without_a_condition_is_the_otherwise()
    {
        var run = Of(300);
        Assert.Equal("Send", run.Do(Complete));
        Assert.Equal("otherwise", run.Reason);
    }

    [Fact]
    public void A_condition_that_throws_leads_to_the_manual_path()
    {
        var run = Of(500);
        Assert.Equal("Fallback", run.Do(Complete));
        Assert.Equal("a condition could not be decided", run.Reason);
        Assert.Equal(new UndecidedCondition { Condition = "IsUndecidable", Exception = "System.InvalidOperationException", Message = "no idea" }, run.Last.Undecided);
    }

    [Fact]
    public void A_condition_whose_value_is_missing_leads_to_the_manual_path()
    {
        var run = new Machine(Choices.CreateSopMachine());
        Assert.Equal("Fallback", run.Do(Complete));
        Assert.Equal(("IsLarge", typeof(MissingValueException).FullName), (run.Last.Undecided?.Condition, run.Last.Undecided?.Exception));
    }

    [Fact]
    public void A_condition_reads_the_newest_value()
    {
        var run = Of(300);
        run.Run.Values.Set(new Order(7, 5000));
        Assert.Equal("Check", run.Do(Complete));
    }

    [Fact]
    public void A_checkpoint_tries_its_entries_on_approval_and_may_name_the_manual_path()
    {
        Assert.Equal("Send", Machine.At(Choices.CreateSopMachine(), "Check", new Order(7, 1000)).Do(Approve));
        Assert.Equal("Fallback", Machine.At(Choices.CreateSopMachine(), "Check", new Order(7, 10)).Do(Approve));
    }

    [Fact]
    public void An_entry_with_at_most_goes_to_then_when_it_is_used_up()
    {
        var run = Of(10);
        Assert.Equal("Pack", run.Do(Complete));
        Assert.Equal("Write", run.Do(Complete));
        Assert.Equal("Pack", run.Do(Complete));
        run.GoTo("Write");
        Assert.Equal("Send", run.Do(Complete));
    }

    [Fact]
    public void An_entry_with_at_most_and_no_then_goes_to_the_manual_path_when_it_is_used_up()
    {
        var run = Machine.At(Choices.CreateSopMachine(), "Pack", new Order(7, 10));
        Assert.Equal("Write", run.Do(Complete));
        run.GoTo("Pack");
        Assert.Equal("Fallback", run.Do(Complete));
    }
}
