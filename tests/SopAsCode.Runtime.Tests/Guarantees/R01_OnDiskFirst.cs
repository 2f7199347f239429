using System.Diagnostics;
using System.Reflection;
using SopAsCode.Runtime.Tests.Harness;

namespace SopAsCode.Runtime.Tests.Guarantees;

public class R01_OnDiskFirst
{
    /// <summary>The same program does 500 kills by hand: see its Program.cs.</summary>
    [Fact]
    public async Task Kill_9_at_random_moments_loses_nothing_and_doubles_nothing()
    {
        var program = typeof(R01_OnDiskFirst).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "KillTrials").Value!;
        using var trials = Process.Start(new ProcessStartInfo("dotnet", [program, "4", .. TestPlace.KillTrials]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await trials.StandardOutput.ReadToEndAsync();
        await trials.WaitForExitAsync();
        Assert.True(trials.ExitCode == 0, said + await trials.StandardError.ReadToEndAsync());
        Assert.DoesNotContain("\n0 accepted", "\n" + said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_answer_is_in_the_store_for_everybody_who_opens_it()
    {
        await using var house = House.Open();
        var item = await house.RefundToDecideAsync();
        (await house.ApproveAsync(item, House.Ben)).OrThrow();
        await using var other = house.Place.Open();
        Assert.Equal("Approved", (await other.ReadAsync("r1", default))[^1].Event);
    }

    [Fact]
    public async Task Approved_and_nothing_runs_does_not_happen_when_the_host_stops_between_decision_and_effect()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);

        // The host that took the answer is gone; another one finds the work in the file.
        await using var other = house.Place.Open();
        var host = house.NewHost(other);
        await host.WorkAsync();
        Assert.Single(house.Bank.Paid);
    }

    [Fact]
    public async Task Runs_twice_after_a_crash_between_decision_and_effect_has_one_effect_and_one_result()
    {
        await using var house = House.Open();
        await house.ApproveAsync(await house.RefundToDecideAsync(), House.Ben);

        // The process is gone after the bank paid, before the result is recorded.
        using var gone = new CancellationTokenSource();
        var paid = 0;
        house.Bank.Before = (_, _) => Task.CompletedTask;
        var dying = house.NewHost(new DyingStore(house.Store, () => Interlocked.Increment(ref paid) > 0));
        await Assert.ThrowsAsync<RunStoreException>(() => dying.WorkAsync(gone.Token));
        Assert.Single(house.Bank.Paid);
        Assert.DoesNotContain(nameof(ActionTaken), await house.EventsAsync("r1"));

        house.Clock.Pass(TimeSpan.FromMinutes(3));
        await house.WorkAsync();
        Assert.Equal(2, house.Bank.Calls.Count);
        Assert.Single(house.Bank.Paid);
        Assert.Single(await house.EventsAsync("r1"), name => name == nameof(ActionTaken));
        Assert.Empty(await house.Host.VerifyAsync());
    }
}
