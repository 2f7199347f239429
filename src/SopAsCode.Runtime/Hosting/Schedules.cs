using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Starts the runs of a schedule: one, or one for each input that a method of the SOP names.</summary>
internal sealed class Schedules(SopShelf shelf, RunSender sender, SopHostOptions options)
{
    public async Task<IReadOnlyList<Reply>> StartAsync(DueSchedule due, CancellationToken cancel)
    {
        KnownSop sop;
        TriggerDefinition trigger;
        try
        {
            sop = shelf.Get(due.Sop);
            trigger = sop.Definition.Triggers.FirstOrDefault(one => one.When == due.Trigger && one.Cron is not null) ?? throw new RefusedException(
                RefusalKind.UnknownName,
                $"SOP '{due.Sop}' has no schedule '{due.Trigger}'. It has: {string.Join("; ", sop.Definition.Triggers.Where(one => one.Cron is not null).Select(one => one.When))}.");
        }
        catch (RefusedException refused)
        {
            return [new() { Run = "", Refusal = refused.Refusal }];
        }

        return trigger.Each is null
            ? [await sender.SendAsync(NameOf(sop, trigger, due.Due), StartOf(due, TickOf(sop, due)), cancel).ConfigureAwait(false)]
            : await StartEachAsync(sop, trigger, due, cancel).ConfigureAwait(false);
    }

    // The store says no when a run of the key is open, or began since the schedule was due: another host was asked at the same time, or this one twice.
    private async Task<IReadOnlyList<Reply>> StartEachAsync(KnownSop sop, TriggerDefinition trigger, DueSchedule due, CancellationToken cancel)
    {
        var inputs = await sop.Dispatcher.InputsAsync(trigger, options.Services, cancel).ConfigureAwait(false);
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

    private static string NameOf(KnownSop sop, TriggerDefinition trigger, DateTimeOffset due)
    {
        var number = sop.Definition.Triggers.Where(one => one.Cron is not null).ToList().IndexOf(trigger) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{(sop.Definition.Id.Length > 40 ? sop.Definition.Id[..40] : sop.Definition.Id)}-{due.UtcDateTime:yyyyMMdd'T'HHmm}{(number > 1 ? $".{number}" : "")}");
    }

    private static StartRun StartOf(DueSchedule due, string? input) => new() { By = due.By, Key = "start", Sop = due.Sop, Trigger = due.Trigger, Input = input };

    private static string? TickOf(KnownSop sop, DueSchedule due) => sop.Definition.Input == typeof(Tick).FullName
        ? sop.Write(typeof(Tick), new Tick { Due = IsoTime.Cut(due.Due), Last = due.Last is { } last ? IsoTime.Cut(last) : null })
        : null;
}
