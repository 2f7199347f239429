using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0809: inputs that no schedule asks for or that nobody could know again, or a tick that no schedule gives. A schedule without an input is SOP0001.
/// </summary>
internal sealed class ScheduleRule() : SopRule(
    Id,
    "Schedule that can start no run",
    "an `Each` without a schedule or a `[Key]`, an SOP about a `Tick` without a schedule",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0809";

    private const string Tick = "SopAsCode.Tick";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        foreach (var trigger in sop.Triggers)
        {
            if (Problem(sop, trigger) is var (argument, problem))
            {
                yield return new(Id, trigger.Place.At(argument), problem);
            }
        }

        if (sop.Input?.Plain == Tick && sop.Triggers.Count > 0 && sop.Triggers.All(trigger => trigger.Cron is null))
        {
            yield return new(Id, new(null, 0, PlacePart.Input), $"A run of SOP '{sop.Class.Name}' is about a Tick, which only a schedule gives, and no [Trigger] has one: add Cron, or derive from Sop");
        }
    }

    private static (string Argument, string Problem)? Problem(SopModel sop, TriggerModel trigger)
    {
        var name = $"SOP '{sop.Class.Name}'";
        var isAbout = sop.Input is { } input && input.Plain != Tick;
        return trigger switch
        {
            { Each: not null, Cron: null } => ("Each", $"Each in [Trigger] of {name} says what a schedule starts runs for, and the trigger has no schedule: add Cron"),
            { Each: not null } when !isAbout => ("Each", $"Each in [Trigger] of {name} returns inputs of runs, and a run of it is about {(sop.Input is null ? "nothing" : "a Tick")}: derive from Sop<…> with the type of one"),
            { Each.Exists: true } when !sop.Keys.Any() => ("Each", $"Each in [Trigger] of {name} would start runs twice for one '{sop.Input!.Short}', which has no key: mark the property that tells them apart with [Key]"),
            _ => null,
        };
    }
}
