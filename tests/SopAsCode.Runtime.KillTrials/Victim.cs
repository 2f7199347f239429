using System.Globalization;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>The process that is killed: it starts runs, approves, files and works, and says on its output each command that was accepted.</summary>
internal static class Victim
{
    private static readonly Actor Ben = Actor.Person("ben@example.com", "trial");

    public static async Task RunAsync(TrialPlace place, int seed)
    {
        await using var store = await place.OpenAsync();
        var host = Trial.HostOver(store, place.Folder);
        await Task.WhenAll(Task.Run(() => StartAsync(host, seed)), Task.Run(() => AnswerAsync(host)), Task.Run(() => WorkAsync(host)), Task.Run(() => WorkAsync(host)));
    }

    /// <summary>Answers all items that are open once.</summary>
    public static async Task<int> AnswerOnceAsync(SopHost host, Action<string> accepted)
    {
        var items = await host.InboxAsync();
        foreach (var item in items)
        {
            ItemCommand command = item.Kind == ItemKind.Approve
                ? new Approve { By = Ben, Item = item.Id, Revision = item.Revision, Key = "yes " + item.Id }
                : new Complete { By = Ben, Item = item.Id, Revision = item.Revision, Key = "done " + item.Id };
            if ((await host.AnswerAsync(command)).IsAccepted)
            {
                accepted(item.Id);
            }
        }

        return items.Count;
    }

    private static async Task StartAsync(SopHost host, int seed)
    {
        for (var i = 0; ; i++)
        {
            var run = string.Create(CultureInfo.InvariantCulture, $"run-{seed}-{i}");
            var input = string.Create(CultureInfo.InvariantCulture, $$"""{"Number":"{{run}}","Cents":{{i + 1}}}""");
            if ((await host.StartAsync(run, new StartRun { By = Ben, Key = "start", Sop = "pay-invoice", Input = input })).IsAccepted)
            {
                Say("started", run);
            }

            await Task.Delay(3);
        }
    }

    private static async Task AnswerAsync(SopHost host)
    {
        while (true)
        {
            if (await AnswerOnceAsync(host, item => Say("answered", item)) == 0)
            {
                await Task.Delay(1);
            }
        }
    }

    private static async Task WorkAsync(SopHost host)
    {
        while (true)
        {
            if (await host.WorkAsync() == 0)
            {
                await Task.Delay(1);
            }
        }
    }

    // One write for each line, so that a kill never leaves half of one that counts.
    private static void Say(string what, string about)
    {
        lock (Console.Out)
        {
            Console.Out.Write($"{what} {about}\n");
            Console.Out.Flush();
        }
    }
}
