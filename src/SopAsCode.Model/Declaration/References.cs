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
    }

    /// <summary>The references that must name a step: neither an end nor the manual path.</summary>
    public static IEnumerable<Reference> ToWork(StepModel step)
    {
        if (step.NotBy is { } doer)
        {
            yield return new("Checkpoint", "NotBy", doer);
        }
    }

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
