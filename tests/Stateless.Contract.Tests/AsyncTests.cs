namespace Stateless.Contract.Tests;

public class AsyncTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task FireAsync_does_what_Fire_does()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExit(() => _log.Add("exit")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntry(() => _log.Add("entry"));
        machine.OnTransitioned(_ => _log.Add("transition"));

        await machine.FireAsync(Trigger.Complete);

        Assert.Equal(["exit", "transition", "entry"], _log);
        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public async Task Actions_are_awaited_in_the_order_of_configuration()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExitAsync(() => Later("exit 1")).OnExit(() => _log.Add("exit 2")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntryAsync(t => Later($"entry from {t.Source}")).OnEntry(() => _log.Add("entry 2"));
        machine.OnTransitioned(_ => _log.Add("transition"));

        await machine.FireAsync(Trigger.Complete);

        Assert.Equal(["exit 1", "exit 2", "transition", "entry from Draft", "entry 2"], _log);
    }

    [Fact]
    public async Task Exit_is_awaited_in_the_old_state_entry_in_the_new_one()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExitAsync(() => Later($"exit in {machine.State}")).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntryAsync(() => Later($"entry in {machine.State}"));

        await machine.FireAsync(Trigger.Complete);

        Assert.Equal(["exit in Draft", "entry in Review"], _log);
    }

    [Fact]
    public void Fire_refuses_an_asynchronous_exit_action_in_the_old_state()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).OnExitAsync(() => Later("exit")).Permit(Trigger.Complete, State.Review);

        machine.Refusal(Trigger.Complete);

        Assert.Equal(State.Draft, machine.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void Fire_refuses_an_asynchronous_entry_action_in_the_new_state()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntryAsync(() => Later("entry"));

        machine.Refusal(Trigger.Complete);

        Assert.Equal(State.Review, machine.State);
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_refusal_comes_with_the_task()
    {
        var task = Machines.InDraft().FireAsync(Trigger.Complete);

        await Assert.ThrowsAsync<InvalidOperationException>(() => task);
    }

    [Fact]
    public async Task What_an_action_throws_comes_with_the_task_and_leaves_the_new_state()
    {
        var machine = Machines.InDraft();
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).OnEntryAsync(async () =>
        {
            await Task.Yield();
            throw new OutageException();
        });

        var task = machine.FireAsync(Trigger.Complete);

        await Assert.ThrowsAsync<OutageException>(() => task);
        Assert.Equal(State.Review, machine.State);
    }

    [Fact]
    public async Task The_handler_for_unhandled_triggers_serves_FireAsync_too()
    {
        var machine = Machines.InDraft();
        machine.OnUnhandledTrigger((state, trigger) => _log.Add($"{state} {trigger}"));

        await machine.FireAsync(Trigger.Approve);

        Assert.Equal(["Draft Approve"], _log);
    }

    [Fact]
    public async Task An_ignored_trigger_does_nothing()
    {
        var cursor = new Cursor(State.Draft);
        var machine = Machines.Over(cursor);
        machine.Configure(State.Draft).Ignore(Trigger.Cancel);

        await machine.FireAsync(Trigger.Cancel);

        Assert.Empty(cursor.Written);
    }

    [Theory]
    [InlineData(FiringMode.Immediate, "begins, send, goes on")]
    [InlineData(FiringMode.Queued, "begins, goes on, send")]
    public async Task Firing_modes_mean_the_same(FiringMode mode, string expected)
    {
        var machine = Machines.InDraft(mode);
        machine.Configure(State.Draft).Permit(Trigger.Complete, State.Review);
        machine.Configure(State.Review).Permit(Trigger.Approve, State.Send).OnEntryAsync(async () =>
        {
            await Later("begins");
            await machine.FireAsync(Trigger.Approve);
            _log.Add("goes on");
        });
        machine.Configure(State.Send).OnEntryAsync(() => Later("send"));

        await machine.FireAsync(Trigger.Complete);

        Assert.Equal(expected, string.Join(", ", _log));
        Assert.Equal(State.Send, machine.State);
    }

    private async Task Later(string what)
    {
        await Task.Yield();
        _log.Add(what);
    }
}
