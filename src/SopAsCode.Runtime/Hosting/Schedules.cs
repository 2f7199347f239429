using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Starts the runs of a schedule: one, or one for each input that a method of the SOP names.</summary>
internal sealed class Schedules(SopShelf shelf, IRunStore store, RunSender sender, SopHostOptions options)
{
    private const string Stamp = "yyyyMMdd'T'HHmm";

    public async Task<IReadOnlyList<Reply>> StartAsync(DueSchedule due, CancellationToken cancel)
    {
        KnownSop sop;
        TriggerDefinition trigger;
        try
        {
            sop = shelf.Get(due.Sop);
            trigger = Scheduled(sop).FirstOrDefault(one => one.When == due.Trigger) ?? throw new RefusedException(
                RefusalKind.UnknownName,
                $"SOP '{due.Sop}' has no schedule '{due.Trigger}'. It has: {string.Join("; ", Scheduled(sop).Select(one => one.When))}.");
        }
        catch (RefusedException refused)
        {
            return [new() { Run = "", Refusal = refused.Refusal }];
        }

        return trigger.Each is null
            ? [await sender.SendAsync(NameOf(sop, trigger, due.Due), StartOf(due, TickOf(sop, due)), cancel).ConfigureAwait(false)]
            : await StartEachAsync(sop, trigger, due, cancel).ConfigureAwait(false);
    }

    /// <summary>The runs of a schedule are named after their times, so the last one says how far the schedule came.</summary>
    public async Task<DateTimeOffset?> LastAsync(string id, string trigger, DateTimeOffset before, CancellationToken cancel)
    {
        if (!shelf.TryFind(id, out var sop) || Scheduled(sop).FirstOrDefault(one => one.When == trigger) is not { } known)
        {
            return null;
        }

        var prefix = PrefixOf(sop, known);
        var query = new RunQuery { Sop = id, After = prefix, Before = NameOf(sop, known, before), Backwards = true, Max = 1 };
        var length = prefix.Length + "20261130T0800".Length;
        return await store.RunsAsync(query, cancel).ConfigureAwait(false) is [{ Run: var run }] && run.Length >= length
            && DateTimeOffset.TryParseExact(run[prefix.Length..length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var last)
            ? last
            : null;
    }

    // The store says no when a run of the key is open, or began since the schedule was due: another host was asked at the same time, or this one twice.
    private async Task<IReadOnlyList<Reply>> StartEachAsync(KnownSop sop, TriggerDefinition trigger, DueSchedule due, CancellationToken cancel)
    {
        var inputs = await InputsAsync(sop, trigger, cancel).ConfigureAwait(false);
        var type = sop.TypeOf(sop.Definition.Input!);
        List<Reply> replies = [];
        foreach (var input in inputs)
        {
            var reply = await sender.SendAsync($"{NameOf(sop, trigger, due.Due)}-{Guid.NewGuid():N}", StartOf(due, sop.Write(type, input)) with { KeyFreeSince = due.Due }, cancel).ConfigureAwait(false);
            if (reply.Refusal?.Kind != RefusalKind.KeyInUse)
            {
                replies.Add(reply);
            }
        }

        return replies;
    }

    private async Task<IReadOnlyList<object>> InputsAsync(KnownSop sop, TriggerDefinition trigger, CancellationToken cancel)
    {
        var services = options.ServicesOfStep?.Invoke();
        try
        {
            return [.. await sop.Dispatcher.InputsAsync(trigger, services?.Services ?? options.Services, cancel).ConfigureAwait(false)];
        }
        finally
        {
            await StepServices.EndAsync(services).ConfigureAwait(false);
        }
    }

    private static IEnumerable<TriggerDefinition> Scheduled(KnownSop sop) => sop.Definition.Triggers.Where(trigger => trigger.Cron is not null);

    private static string NameOf(KnownSop sop, TriggerDefinition trigger, DateTimeOffset due) =>
        PrefixOf(sop, trigger) + due.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    // The schedules of an SOP after its first one have their number in the name.
    private static string PrefixOf(KnownSop sop, TriggerDefinition trigger)
    {
        var number = Scheduled(sop).ToList().IndexOf(trigger) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{(sop.Definition.Id.Length > 40 ? sop.Definition.Id[..40] : sop.Definition.Id)}-{(number > 1 ? $"{number}." : "")}");
    }

    private static StartRun StartOf(DueSchedule due, string? input) => new() { By = due.By, Key = "start", Sop = due.Sop, Trigger = due.Trigger, Input = input };

    private static string? TickOf(KnownSop sop, DueSchedule due) => sop.Definition.Input == typeof(Tick).FullName
        ? sop.Write(typeof(Tick), new Tick { Due = IsoTime.Cut(due.Due), Last = due.Last is { } last ? IsoTime.Cut(last) : null })
        : null;
}
