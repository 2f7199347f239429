namespace SopAsCode.Model.Declaration;

/// <summary>A reference, with the place where it is written.</summary>
/// <param name="Word">The attribute.</param>
/// <param name="Property">The property of the attribute; null for its first argument.</param>
/// <param name="Target">What it names.</param>
internal sealed record Reference(string Word, string? Property, StepReference Target);

/// <summary>Reads everything that a step names, in the order of the source.</summary>
internal static class References
{
    /// <summary>The references that must name a step, an end or the manual path.</summary>
    public static IEnumerable<Reference> ToSteps(StepModel step)
    {
        foreach (var next in step.Next)
        {
            yield return new("Next", null, next.Step);
            if (next.Then is { } then)
            {
                yield return new("Next", "Then", then);
            }
        }

        if (step.OnReject is { } reject)
        {
            yield return new("OnReject", null, reject.Step);
            if (reject.Then is { } then)
            {
                yield return new("OnReject", "Then", then);
            }
        }

        if (step.OnTimeout is { } late)
        {
            yield return new("OnTimeout", null, late);
        }

        if (step.OnFailure is { } failure)
        {
            yield return new("OnFailure", null, failure.Step);
        }

        if (step.Limit?.Else is { } outside)
        {
            yield return new("Limit", "Else", outside);
        }

        foreach (var task in step.Meanwhile)
        {
            if (task.Until is { } until)
            {
                yield return new("Meanwhile", "Until", until);
            }
        }
    }

    /// <summary>The references that must name a step: neither an end nor the manual path.</summary>
    public static IEnumerable<Reference> ToWork(StepModel step)
    {
        if (step.NotBy is { } doer)
        {
            yield return new("Checkpoint", "NotBy", doer);
        }
    }

    /// <summary>The references of an SOP itself that must name a step.</summary>
    public static IEnumerable<Reference> ToSteps(SopModel sop) =>
    [
        .. sop.Triggers.Select(trigger => trigger.Start).OfType<StepReference>().Select(start => new Reference("Trigger", "Start", start)),
        .. sop.Metrics.Select(metric => metric.Until).OfType<StepReference>().Select(until => new Reference("Metric", "Until", until)),
    ];

    /// <summary>The references that must name a time.</summary>
    public static IEnumerable<Reference> ToTimes(StepModel step)
    {
        if (step.Due?.By is { } by)
        {
            yield return new("Due", "By", by);
        }

        if (step.After?.By is { } until)
        {
            yield return new("After", "Until", until);
        }
    }

    /// <summary>The references of an SOP itself that must name a time.</summary>
    public static IEnumerable<Reference> ToTimes(SopModel sop) => sop.Due?.By is { } by ? [new("Due", "By", by)] : [];

    /// <summary>The references that must name a condition.</summary>
    public static IEnumerable<Reference> ToConditions(StepModel step)
    {
        foreach (var next in step.Next)
        {
            if (next.When is { } when)
            {
                yield return new("Next", "When", when);
            }
        }

        if (step.Limit?.When is { } limit)
        {
            yield return new("Limit", "When", limit);
        }
    }
}
