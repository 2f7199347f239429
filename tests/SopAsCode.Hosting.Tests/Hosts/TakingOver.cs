using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SopAsCode.PostgreSql;
using SopAsCode.Runtime;
using SopAsCode.Runtime.KillTrials;
using SopAsCode.TestCluster;

namespace SopAsCode.Hosting.Tests.Hosts;

public class TakingOver
{
    [Fact]
    public Task Of_two_hosts_on_one_PostgreSQL_one_is_killed_and_the_other_takes_over() => WithTwoHostsAsync(async (desk, store, first) =>
    {
        // Both are there, and both pay.
        for (var i = 0; i < 60; i++)
        {
            await StartAsync(desk, $"r{i}");
            if (i == 30)
            {
                first.Kill(); // SIGKILL, in the middle of it
            }
        }

        await UntilAllEndedAsync(store, desk);
    });

    [Fact]
    public Task A_host_that_was_frozen_for_twelve_seconds_and_comes_back_changes_nothing() => WithTwoHostsAsync(async (desk, store, first) =>
    {
        var frozen = Stopwatch.StartNew();
        for (var i = 0; i < 55; i++)
        {
            await StartAsync(desk, $"r{i}");
            if (i == 30)
            {
                await SignalAsync(first, "STOP");
                frozen.Restart();
            }
        }

        await UntilAllEndedAsync(store, desk);
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, 12 - frozen.Elapsed.TotalSeconds)));
        var before = await EventsAsync(desk, 55);

        // What it had in its hands is long over. It works on, with what comes now.
        await SignalAsync(first, "CONT");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(before, await EventsAsync(desk, 55));
        for (var i = 55; i < 60; i++)
        {
            await StartAsync(desk, $"r{i}");
        }

        await UntilAllEndedAsync(store, desk);
        Assert.False(first.HasExited);
    });

    // After each story 60 runs were paid once each, and the second host stands.
    private static async Task WithTwoHostsAsync(Func<SopHost, PostgreSqlRunStore, Process, Task> story)
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("sops").FullName;
        await using var cluster = await Cluster.StartAsync();
        await using var store = await PostgreSqlRunStore.OpenAsync(cluster.Connection);
        var desk = new SopHost([KillTrialsSops.Instance], store, new() { Json = TrialJson.Default, Services = new TrialBank(folder) });
        using var first = Serve(folder, cluster.Connection);
        using var second = Serve(folder, cluster.Connection);
        try
        {
            await story(desk, store, first);
            Assert.False(second.HasExited);
            Assert.Equal(60, new TrialBank(folder).Payments.Count);
            for (var i = 0; i < 60; i++)
            {
                Assert.Single(await desk.HistoryAsync($"r{i}"), happened => happened.Event == nameof(ActionTaken));
            }

            Assert.Empty(await desk.VerifyAsync());
        }
        finally
        {
            foreach (var process in new[] { first, second }.Where(process => !process.HasExited))
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private static async Task<IReadOnlyList<string>> EventsAsync(SopHost desk, int runs)
    {
        List<string> all = [];
        for (var i = 0; i < runs; i++)
        {
            all.AddRange((await desk.HistoryAsync($"r{i}")).Select(happened => happened.Hash));
        }

        return all;
    }

    private static Task UntilAllEndedAsync(PostgreSqlRunStore store, SopHost desk) =>
        UntilAsync(async () => (await store.RunsAsync(new() { Unfinished = true, Max = 1 }, default)).Count == 0, desk);

    private static Process Serve(string folder, string connection)
    {
        var program = typeof(TakingOver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "KillTrials").Value!;
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", folder, connection]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        Assert.Equal("serves", process.StandardOutput.ReadLine());
        return process;
    }

    private static async Task StartAsync(SopHost desk, string run)
    {
        var ben = Actor.Person("ben@example.com", "test");
        (await desk.StartAsync(run, new StartRun { By = ben, Sop = "pay-invoice", Input = $$"""{"Number":"{{run}}","Cents":5}""" })).OrThrow();
        var item = Assert.Single(await desk.InboxAsync(new() { Run = run }));
        (await desk.AnswerAsync(new Approve { By = ben, Item = item.Id, Revision = item.Revision })).OrThrow();
    }

    // A person files what is handed over.
    private static async Task UntilAsync(Func<Task<bool>> isSo, SopHost desk)
    {
        var end = Environment.TickCount64 + 60_000;
        while (!await isSo())
        {
            Assert.True(Environment.TickCount64 < end, "The other host did not take over within a minute.");
            foreach (var item in (await desk.InboxAsync()).Where(item => item.Kind == ItemKind.Do))
            {
                await desk.AnswerAsync(new Complete { By = Actor.Person("ben@example.com", "test"), Item = item.Id, Revision = item.Revision });
            }

            await Task.Delay(50);
        }
    }
}
