using SopAsCode.Runtime;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Running;

public class ValuesOfARun
{
    private readonly RunValues _values = new();

    [Fact]
    public void The_newest_value_of_a_type_is_the_current_one()
    {
        _values.Set(new Draft("old"));
        _values.Set(new Draft("new"));
        Assert.Equal("new", _values.Get<Draft>().Text);
        Assert.Equal([typeof(Draft)], _values.Types);
    }

    [Fact]
    public void A_missing_value_is_null_where_it_may_be_missing()
    {
        Assert.Null(_values.Find<Draft>());
        Assert.Null(_values.FindValue<Size>());
        _values.Set(Size.Large);
        Assert.Equal(Size.Large, _values.FindValue<Size>());
    }

    [Fact]
    public void Types_match_exactly()
    {
        _values.Set<object>(new Draft("text"));
        Assert.Null(_values.Find<Draft>());
        Assert.False(_values.TryGet(typeof(Draft), out _));
    }

    [Fact]
    public void A_value_of_another_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => _values.Set(typeof(Draft), new Receipt("R")));

    [Fact]
    public void Null_is_never_data()
    {
        Assert.Throws<ArgumentNullException>(() => _values.Set(typeof(Draft), null!));
        Assert.Throws<InvalidOperationException>(() => StepOutput.Of<Draft>(null!));
    }

    [Fact]
    public void A_refused_move_can_not_be_folded()
    {
        var run = new SopRun(Sops.Plain.Definition, "run-1");
        var refused = new SopMove { Moved = false, From = "First", Trigger = SopTrigger.Approve, To = "First", Reason = "not open" };
        Assert.Throws<ArgumentException>(() => run.Apply(refused));
    }

    [Fact]
    public void A_run_has_a_name() => Assert.Throws<ArgumentException>(() => new SopRun(Sops.Plain.Definition, " "));
}
