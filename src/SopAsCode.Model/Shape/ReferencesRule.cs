namespace SopAsCode.Model;

/// <summary>SOP0003: a reference names nothing, or is a text where <c>nameof</c> belongs.</summary>
internal static class ReferencesRule
{
    public const string Id = "SOP0003";

    public static IEnumerable<Finding> Check(SopModel sop)
    {
        foreach (var step in sop.Steps)
        {
            foreach (var (word, reference) in StepReferences(step))
            {
                if (!FlowBuilder.Names(sop, reference.Name))
                {
                    var near = Nearest(reference.Name, sop.Steps.Select(candidate => candidate.Name));
                    yield return new(Id, reference.Site, $"[{word}] of '{step.Name}' names '{reference.Name}', which is neither a step of '{sop.Class.Name}' nor an end{Perhaps(near)}")
                    {
                        Fix = near is null ? null : new(FixNames.UseNameof, near),
                    };
                }
                else if (word == "Limit" && reference.Name == step.Name)
                {
                    yield return new(Id, reference.Site, $"[Limit] of '{step.Name}' names '{step.Name}' itself: outside the limit the step does not start, so name another way");
                }
                else if (reference.IsLiteral)
                {
                    yield return Literal(word, step, reference);
                }
            }

            foreach (var (word, reference) in ConditionReferences(step))
            {
                if (sop.Conditions.All(condition => condition.Name != reference.Name))
                {
                    var near = Nearest(reference.Name, sop.Conditions.Select(candidate => candidate.Name));
                    yield return new(Id, reference.Site, $"[{word}] of '{step.Name}' asks '{reference.Name}', which is no condition of '{sop.Class.Name}': mark a static bool method with [Condition(\"…\")]{Perhaps(near)}")
                    {
                        Fix = near is null ? null : new(FixNames.UseNameof, near),
                    };
                }
                else if (reference.IsLiteral)
                {
                    yield return Literal(word, step, reference);
                }
            }
        }
    }

    private static Finding Literal(string word, StepModel step, StepReference reference)
    {
        var constant = reference.Name switch
        {
            "(fallback)" => "Fallback",
            "(completed)" => "End.Completed",
            "(rejected)" => "End.Rejected",
            "(escalated)" => "End.Escalated",
            "(cancelled)" => "End.Cancelled",
            _ => null,
        };
        return new(Id, reference.Site, $"[{word}] of '{step.Name}' names '{reference.Name}' as text: write {constant ?? $"nameof({reference.Name})"}, so that renaming keeps it right")
        {
            IsAdvice = true,
            Fix = constant is null ? new(FixNames.UseNameof, reference.Name) : new(FixNames.UseConstant, constant),
        };
    }

    private static IEnumerable<(string Word, StepReference Reference)> StepReferences(StepModel step)
    {
        foreach (var next in step.Next)
        {
            yield return ("Next", next.Step);
            if (next.Then is { } then)
            {
                yield return ("Next", then);
            }
        }

        if (step.OnReject is { } reject)
        {
            yield return ("OnReject", reject.Step);
            if (reject.Then is { } then)
            {
                yield return ("OnReject", then);
            }
        }

        if (step.OnTimeout is { } late)
        {
            yield return ("OnTimeout", late);
        }

        if (step.OnFailure is { } failure)
        {
            yield return ("OnFailure", failure.Step);
        }

        if (step.Limit?.Else is { } outside)
        {
            yield return ("Limit", outside);
        }
    }

    private static IEnumerable<(string Word, StepReference Reference)> ConditionReferences(StepModel step)
    {
        foreach (var next in step.Next)
        {
            if (next.When is { } when)
            {
                yield return ("Next", when);
            }
        }

        if (step.Limit?.When is { } limit)
        {
            yield return ("Limit", limit);
        }
    }

    private static string Perhaps(string? near) => near is null ? "" : $"; perhaps '{near}'";

    // A name is near when a third of it, at most, must change.
    private static string? Nearest(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(1, Math.Max(name.Length, candidate.Name.Length) / 3))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
