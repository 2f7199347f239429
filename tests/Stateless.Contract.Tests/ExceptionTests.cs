namespace Stateless.Contract.Tests;

/// <summary>What guards, selectors and actions throw comes out as it is; where it leaves the run depends on who threw.</summary>
public class ExceptionTests
{
    private readonly List<string> _log = [];
    private readonly Cursor _cursor = new(State.Draft);
    private readonly StateMachine<State, Trigger> _machine;
    private readonly OutageException _outage = new();
    private bool _isOut = true;

    public ExceptionTests()
    {
        _machine = Machines.Over(_cursor);
        _machine.Configure(State.Review).OnEntry(() => _log.Add("entry"));
        _machine.OnTransitioned(_ => _log.Add("transition"));
    }

    [Fact]
    public void In_a_guard_leaves_the_old_state()
    {
        _machine.Configure(State.Draft).OnExit(() => _log.Add("exit")).PermitIf(Trigger.Complete, State.Review, () => throw _outage, "breaks");

        FireIntoTheOutage();

        Assert.Equal(State.Draft, _cursor.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void In_a_guard_comes_out_of_CanFire_too()
    {
        _machine.Configure(State.Draft).PermitIf(Trigger.Complete, State.Review, () => throw _outage, "breaks");

        Assert.Throws<OutageException>(() => _machine.CanFire(Trigger.Complete));
    }

    [Fact]
    public void In_a_selector_leaves_the_old_state()
    {
        _machine.Configure(State.Draft).OnExit(() => _log.Add("exit")).PermitDynamic(Trigger.Complete, () => throw _outage);

        FireIntoTheOutage();

        Assert.Equal(State.Draft, _cursor.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void In_an_exit_action_leaves_the_old_state()
    {
        _machine.Configure(State.Draft).OnExit(Break).Permit(Trigger.Complete, State.Review);

        FireIntoTheOutage();

        Assert.Equal(State.Draft, _cursor.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void In_OnTransitioned_leaves_the_new_state_without_its_entry_actions()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        _machine.OnTransitioned(_ => Break());

        FireIntoTheOutage();

        Assert.Equal(State.Review, _cursor.State);
        Assert.Equal(["transition"], _log);
    }

    [Fact]
    public void In_an_entry_action_leaves_the_new_state_without_the_actions_after_it()
    {
        _machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        _machine.Configure(State.Review).OnEntry(Break).OnEntry(() => _log.Add("entry after"));

        FireIntoTheOutage();

        Assert.Equal(State.Review, _cursor.State);
        Assert.Equal(["transition", "entry"], _log);
    }

    [Theory]
    [InlineData(FiringMode.Immediate)]
    [InlineData(FiringMode.Queued)]
    public void The_machine_goes_on_working_afterwards(FiringMode mode)
    {
        var machine = Machines.Over(_cursor, mode);
        machine.Configure(State.Draft).OnExit(Break).Permit(Trigger.Complete, State.Review);
        Assert.Throws<OutageException>(() => machine.Fire(Trigger.Complete));

        _isOut = false;
        machine.Fire(Trigger.Complete);

        Assert.Equal(State.Review, _cursor.State);
    }

    private void Break()
    {
        if (_isOut)
            throw _outage;
    }

    private void FireIntoTheOutage() => Assert.Same(_outage, Assert.Throws<OutageException>(() => _machine.Fire(Trigger.Complete)));
}
