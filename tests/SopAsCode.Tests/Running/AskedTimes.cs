using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Running;

public class AskedTimes
{
    private static readonly DateTimeOffset Began = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_time_to_count_and_a_moment()
    {
        Assert.Equal(new AskedTime(TimeSpan.FromHours(1)), Timed.Dispatcher.TimeOf("LookBy", Values(new(7, 300)), Began));
        Assert.Equal(new AskedTime(TimeSpan.FromHours(8)), Timed.Dispatcher.TimeOf("LookBy", Values(new(7, 3)), Began));
        Assert.Equal(new AskedTime(Began.AddDays(30)), Timed.Dispatcher.TimeOf("Day30", Values(null), Began));
        Assert.Equal(new AskedTime(Began.AddDays(8)), Timed.Dispatcher.TimeOf("WholeBy", Values(new(1, 3)), Began));
    }

    [Fact]
    public void What_it_throws_is_thrown()
    {
        Assert.Throws<InvalidOperationException>(() => Timed.Dispatcher.TimeOf("LookBy", Values(new(7, -1)), Began));
        Assert.Throws<MissingValueException>(() => Timed.Dispatcher.TimeOf("LookBy", Values(null), Began));
        Assert.Throws<ArgumentException>(() => Timed.Dispatcher.TimeOf("Nothing", Values(null), Began));
        Assert.Throws<ArgumentException>(() => Plain.Dispatcher.TimeOf("Nothing", Values(null), Began));
    }

    [Fact]
    public void They_are_in_the_definition()
    {
        var definition = Timed.Definition;
        Assert.Equal(["LookBy: by amount", "Day30: day 30", "WholeBy: a week from the start"], definition.Times.Select(time => $"{time.Name}: {time.Text}"));
        Assert.Equal(("WholeBy", (TimeSpan?)null), (definition.DueBy, definition.Due));
        Assert.Equal(("LookBy", (TimeSpan?)null), (definition.Steps[0].DueBy, definition.Steps[0].Due));
        Assert.Equal(("Day30", (TimeSpan?)null), (definition.Steps[1].AfterUntil, definition.Steps[1].After));
        Assert.Equal((2, new TimeSpan(3, 6, 0, 0)), (definition.Steps[2].DueDays, definition.Steps[2].Due));
    }

    private static RunValues Values(Order? order)
    {
        var values = new RunValues();
        if (order is not null)
        {
            values.Set(order);
        }

        return values;
    }
}
