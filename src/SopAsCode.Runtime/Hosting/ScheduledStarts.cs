using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// Starts what a schedule starts. Its runs are named after SOP and time, and the store takes a name once: so each time starts its runs once, whichever hosts
/// are there, and the last run says how far the schedule came.
/// </summary>
internal sealed class ScheduledStarts(SopShelf shelf, IRunStore store, RunSender sender, SopHostOptions options)
{
    private const string Stamp = "yyyyMMdd'T'HHmm'Z'";

    public async Task<IReadOnlyList<Reply>> StartAsync(string id, TriggerDefinition trigger, DateTimeOffset due, CancellationToken cancel)
    {
        var sop = shelf.Get(id);
        var prefix = Prefix(sop.Definition, trigger);
        var name = prefix + due.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        var start = new StartRun { By = Actor.Automation("schedule"), Key = "schedule", Sop = id, Trigger = trigger.When };
        if (trigger.Each is null)
        {
            var input = sop.Definition.Input == typeof(Tick).FullName
                ? sop.Write(typeof(Tick), new Tick { Due = IsoTime.Cut(due), Last = await LastAsync(sop, trigger, due, cancel).ConfigureAwait(false) })
                : null;
            return [await sender.SendAsync(name, start with { Input = input }, cancel).ConfigureAwait(false)];
        }

        List<Reply> replies = [];
        foreach (var input in await sop.Dispatcher.InputsAsync(trigger, options.Services, cancel).ConfigureAwait(false))
        {
            var one = start with { Input = sop.Write(sop.TypeOf(sop.Definition.Input!), input), OncePerKey = true };
            replies.Add(await sender.SendAsync($"{name}.{Hashing.Of(sop.Dispatcher.KeyOf(input)!)[..12]}", one, cancel).ConfigureAwait(false));
        }

        return replies;
    }

    public Task<DateTimeOffset?> LastAsync(string id, TriggerDefinition trigger, DateTimeOffset before, CancellationToken cancel) => LastAsync(shelf.Get(id), trigger, before, cancel);

    private async Task<DateTimeOffset?> LastAsync(KnownSop sop, TriggerDefinition trigger, DateTimeOffset before, CancellationToken cancel)
    {
        var prefix = Prefix(sop.Definition, trigger);
        var query = new RunQuery
        {
            Sop = sop.Definition.Id,
            After = prefix,
            Before = prefix + before.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture),
            Backwards = true,
            Max = 1,
        };
        var length = prefix.Length + "20261130T0800Z".Length;
        return await store.RunsAsync(query, cancel).ConfigureAwait(false) is [{ Run: var run }] && run.Length >= length
            && DateTimeOffset.TryParseExact(run[prefix.Length..length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var last)
            ? last
            : null;
    }

    // The schedules of an SOP after its first one have their number in the name.
    private static string Prefix(SopDefinition sop, TriggerDefinition trigger)
    {
        var number = sop.Triggers.Where(known => known.Cron is not null).TakeWhile(known => known != trigger).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{sop.Id}.{(number == 0 ? "" : $"{number + 1}.")}");
    }
}
