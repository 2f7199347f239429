using Quartz;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>A schedule of an SOP in the time zone of its team.</summary>
/// <remarks>
/// Where clocks are set forward, a time that is skipped is due when they are; where they are set back, a time that comes twice is due the first time. A schedule
/// that repeats within the hour goes on through both.
/// </remarks>
internal sealed class Schedule(SopDefinition sop, TriggerDefinition trigger, TimeZoneInfo zone)
{
    private readonly CronExpression _times = CronExpression.Parse(trigger.Cron!, CronFormat.Unix).WithTimeZone(zone);

    public SopDefinition Sop => sop;

    public TriggerDefinition Trigger => trigger;

    /// <summary>The first time after another; null when there is none.</summary>
    public DateTimeOffset? After(DateTimeOffset time) => _times.GetNextValidTimeAfter(time);

    /// <summary>The last time from one moment up to another; null when there is none.</summary>
    public DateTimeOffset? Last(DateTimeOffset from, DateTimeOffset until)
    {
        DateTimeOffset? last = null;
        for (var next = After(from); next is { } time && time <= until; next = After(time))
        {
            last = time;
        }

        return last;
    }
}

/// <summary>The schedules of all SOPs of a host. They are read when they are first asked for.</summary>
internal sealed class ScheduleList(IReadOnlyCollection<SopCatalogue> catalogues, SopHost host)
{
    private readonly Lazy<IReadOnlyList<Schedule>> _all = new(() => Read(catalogues, host));

    public IReadOnlyList<Schedule> All => _all.Value;

    /// <summary>All of them can be read.</summary>
    /// <exception cref="InvalidOperationException">One can't be read, or this machine does not know its time zone.</exception>
    public void Demand() => _ = All;

    private static List<Schedule> Read(IReadOnlyCollection<SopCatalogue> catalogues, SopHost host)
    {
        List<Schedule> schedules = [];
        var running = host.Sops.Select(sop => sop.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var catalogue in catalogues)
        {
            var zone = catalogue.Policy?.OfficeHours?.Zone ?? "UTC";
            foreach (var sop in catalogue.Entries.Select(entry => entry.Definition).Where(sop => running.Contains(sop.Id) && sop.Stage != Stage.Retired))
            {
                schedules.AddRange(sop.Triggers.Where(trigger => trigger.Cron is not null).Select(trigger => Of(sop, trigger, zone)));
            }
        }

        return schedules;
    }

    private static Schedule Of(SopDefinition sop, TriggerDefinition trigger, string zone)
    {
        try
        {
            return new(sop, trigger, TimeZoneInfo.FindSystemTimeZoneById(zone));
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException($"SOP '{sop.Id}' has the schedule '{trigger.Cron}', which is none: {e.Message}", e);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new InvalidOperationException($"This machine does not know the time zone '{zone}' of the policy, in which SOP '{sop.Id}' has a schedule. Install its time zones (Debian: tzdata).", e);
        }
    }
}
