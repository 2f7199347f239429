using System.Diagnostics;
using System.Globalization;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>Kills victims again and again, over one store, and looks what is left.</summary>
internal sealed class Trial(TrialPlace place, int hosts)
{
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public static SopHost HostOver(IRunStore store, string folder) => new(
        [KillTrialsSops.Instance],
        store,
        new() { Json = TrialJson.Default, Services = new TrialBank(folder), Lease = TimeSpan.FromMilliseconds(400) });

    public async Task<IReadOnlyList<string>> RunAsync(int kills, int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < kills && _problems.Count == 0; i++)
        {
            // Most kills come while it is busy, some while it still opens the file.
            var number = i;
            var moments = Enumerable.Range(0, hosts).Select(_ => (Waits: chance.Next(10) > 0, Milliseconds: chance.Next(0, 600))).ToList();
            await Task.WhenAll(moments.Select((moment, host) => Task.Run(() => Kill((number * hosts) + host, moment.Waits, moment.Milliseconds))));
            await LookAsync(isLast: false);
        }

        await LookAsync(isLast: true);
        return _problems;
    }

    private void Kill(int number, bool waits, int milliseconds)
    {
        using var busy = new ManualResetEventSlim();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // Begun as "dotnet X.dll", the program is dotnet and takes the assembly first; begun by its own executable, it takes only what it is asked to do.
        string[] assembly = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Trial).Assembly.Location] : [];
        foreach (var argument in (string[])[.. assembly, "victim", place.Folder, number.ToString(CultureInfo.InvariantCulture), place.Connection ?? ""])
        {
            start.ArgumentList.Add(argument);
        }

        using var victim = Process.Start(start)!;
        victim.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
            {
                lock (_accepted)
                {
                    _accepted.Add(said);
                }

                busy.Set();
            }
        };
        victim.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
            {
                Say(said);
            }
        };
        victim.BeginOutputReadLine();
        victim.BeginErrorReadLine();
        if (waits && !busy.Wait(TimeSpan.FromSeconds(60)))
        {
            Say("The victim accepted nothing within a minute.");
        }

        Thread.Sleep(milliseconds);
        victim.Kill(); // SIGKILL: nothing in the process can react
        victim.WaitForExit();
    }

    private void Say(string problem)
    {
        lock (_problems)
        {
            _problems.Add(problem);
        }
    }

    private async Task LookAsync(bool isLast)
    {
        await using var store = await place.OpenAsync();
        var host = HostOver(store, place.Folder);
        if (isLast)
        {
            await FinishAsync(host);
        }

        var runs = await AllAsync(store);
        var items = (await store.InboxAsync(new() { WithClosed = true, Max = int.MaxValue }, default)).ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var said in _accepted)
        {
            var about = said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            var isThere = said.StartsWith("started", StringComparison.Ordinal) ? runs.ContainsKey(about) : items.GetValueOrDefault(about)?.Status == ItemStatus.Answered;
            if (!isThere)
            {
                _problems.Add($"Lost: {said}");
            }
        }

        if (isLast)
        {
            await CheckEndAsync(store, host, runs);
        }
    }

    private static async Task FinishAsync(SopHost host)
    {
        // Leases of killed workers run out.
        for (var idle = 0; idle < 10;)
        {
            var done = await host.WorkAsync() + await Victim.AnswerOnceAsync(host, _ => { });
            idle = done == 0 ? idle + 1 : 0;
            await Task.Delay(done == 0 ? 100 : 0);
        }
    }

    private async Task CheckEndAsync(IRunStore store, SopHost host, Dictionary<string, RunSummary> runs)
    {
        _problems.AddRange((await host.VerifyAsync()).Select(problem => $"{problem.Run} {problem.Sequence}: {problem.Problem}"));
        var payments = new TrialBank(place.Folder).Payments.ToLookup(key => key[..key.IndexOf('~', StringComparison.Ordinal)], StringComparer.Ordinal);
        var byHand = 0;
        foreach (var run in runs.Values)
        {
            if (run.State != "Completed")
            {
                _problems.Add($"{run.Run} stands in {run.State}.");
            }

            if (run.Sop != "pay-invoice")
            {
                continue;
            }

            var events = (await store.ReadAsync(run.Run, default)).Select(recorded => recorded.Event).ToList();
            if (payments[run.Run].Count() != 1 || events.Count(name => name == nameof(ActionTaken)) != 1 || events.Count(name => name == nameof(Approved)) != 1)
            {
                _problems.Add($"{run.Run} was paid {payments[run.Run].Count()} times, and the record has {events.Count(name => name == nameof(ActionTaken))} payments.");
            }

            // Where five workers in a row were killed in the hand-off it has failed, and the person who answers everything completed the run by hand.
            var isByHand = events.Contains(nameof(StepFailed));
            byHand += isByHand ? 1 : 0;
            if (runs.Keys.Count(one => one.StartsWith(run.Run + "/", StringComparison.Ordinal)) != (isByHand ? 0 : 1))
            {
                _problems.Add($"{run.Run} was handed over more than once, or never: {string.Join(" ", events)}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_accepted.Count} accepted commands, {runs.Count} runs, {new TrialBank(place.Folder).Payments.Count} payments by {new TrialBank(place.Folder).Calls} calls, {byHand} completed by hand because five workers in a row were killed in one step"));
    }

    private static async Task<Dictionary<string, RunSummary>> AllAsync(IRunStore store)
    {
        var runs = new Dictionary<string, RunSummary>(StringComparer.Ordinal);
        string? after = null;
        while (await store.RunsAsync(new() { After = after, Max = 5000 }, default) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                runs.Add(run.Run, run);
            }

            after = page[^1].Run;
        }

        return runs;
    }
}
