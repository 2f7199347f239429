using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Whether an event from outside has the form that its step expects. Nobody can correct it later.</summary>
internal static class EventCheck
{
    /// <summary>The event has that form.</summary>
    /// <exception cref="RefusedException">It has not.</exception>
    public static void Demand(SopShelf shelf, ArrivedEvent arrived)
    {
        Sizes.Demand("the name of the event", arrived.Id, Sizes.LongestName);
        Sizes.Demand("the key", arrived.Key, Sizes.LongestName);
        Sizes.Demand("the value", arrived.Value, Sizes.Longest);
        if (string.IsNullOrWhiteSpace(arrived.Id) || string.IsNullOrWhiteSpace(arrived.Key))
        {
            throw new RefusedException(RefusalKind.Incomplete, "An event has a name, by which it is known when it comes twice, and the key of its run.");
        }

        var sop = shelf.Get(arrived.Sop);
        if (sop.Definition.InputKey is null)
        {
            throw new RefusedException(RefusalKind.UnknownName, $"Events can't find runs of SOP '{arrived.Sop}': no property of its input has [Key].");
        }

        if (sop.Definition.StepOf(arrived.Step) is not { } step || StepWork.Asks(step) != ItemKind.Report)
        {
            var waits = sop.Definition.Steps.Where(one => StepWork.Asks(one) == ItemKind.Report).Select(one => one.Name);
            throw new RefusedException(RefusalKind.UnknownName, $"SOP '{arrived.Sop}' has no step '{arrived.Step}' that waits for an event. It has: {string.Join(", ", waits)}.");
        }

        Answers.Read(sop, step, arrived.Value);
    }
}
