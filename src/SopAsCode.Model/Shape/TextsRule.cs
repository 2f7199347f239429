using System.Globalization;

namespace SopAsCode.Model;

/// <summary>SOP0005: a text or number that must have a form, and has not.</summary>
public static class TextsRule
{
    internal const string Id = "SOP0005";

    internal static IEnumerable<Finding> Check(SopModel sop)
    {
        if (sop.HasOwnId && !IsId(sop.Id))
        {
            yield return new(Id, sop.SopSite.At("Id"), $"id '{sop.Id}' of '{sop.Class.Name}' must be lower-case words with hyphens, such as 'support-triage'");
        }

        if (sop.Review is { Last: { } last } review && !IsDate(last))
        {
            yield return Date(review.Site.At("Last"), $"the last review of '{sop.Class.Name}'", last);
        }

        foreach (var change in sop.Changes)
        {
            if (!IsVersion(change.Version))
            {
                yield return new(Id, change.Site.At("version"), $"version '{change.Version}' in the change log of '{sop.Class.Name}' must be three numbers, such as '1.2.0'");
            }

            if (!IsDate(change.Date))
            {
                yield return Date(change.Site.At("date"), $"the change {change.Version} of '{sop.Class.Name}'", change.Date);
            }
        }

        foreach (var finding in sop.Steps.SelectMany(Check))
        {
            yield return finding;
        }
    }

    /// <summary>A grant whose dates have no form.</summary>
    /// <param name="text">The date as written.</param>
    /// <returns>The message; null when it is a date.</returns>
    public static string? GrantDate(string? text) => text is null || IsDate(text) ? null : DateMessage("a grant", text);

    /// <summary>An agent whose model is no name.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="model">The model as written.</param>
    /// <returns>The message; null when it is one.</returns>
    public static string? Model(string agent, string? model) => model is null || (model.Length > 0 && !model.Any(char.IsWhiteSpace))
        ? null
        : $"model '{model}' of agent '{agent}' must be the exact name of a model, without spaces";

    private static IEnumerable<Finding> Check(StepModel step)
    {
        if (step.Due is { } due)
        {
            foreach (var (name, value) in new[] { ("Minutes", due.Minutes), ("Hours", due.Hours), ("Days", due.Days) })
            {
                if (value < 0)
                {
                    yield return Count(due.Site.At(name), $"{name} in [Due]", step, value);
                }
            }

            if (due is { Minutes: 0, Hours: 0, Days: 0 })
            {
                yield return new(Id, due.Site, $"[Due] of '{step.Name}' gives no time: set Minutes, Hours or Days");
            }
        }

        foreach (var next in step.Next)
        {
            if (next.AtMost < 0)
            {
                yield return Count(next.Site.At("AtMost"), "AtMost in [Next]", step, next.AtMost);
            }
        }

        if (step.OnReject is { AtMost: < 0 } reject)
        {
            yield return Count(reject.Site.At("AtMost"), "AtMost in [OnReject]", step, reject.AtMost);
        }

        if (step.OnFailure is { Retries: < 0 } failure)
        {
            yield return Count(failure.Site.At("Retries"), "Retries in [OnFailure]", step, failure.Retries);
        }

        if (step.Limit is { PerDay: < 0 } limit)
        {
            yield return Count(limit.Site.At("PerDay"), "PerDay in [Limit]", step, limit.PerDay);
        }

        if (step.Limit is { Since: { } since } autonomy && !IsDate(since))
        {
            yield return Date(autonomy.Site.At("Since"), $"the limit of '{step.Name}'", since);
        }

        if (step.SpotCheck is { OneIn: <= 0 } spot)
        {
            yield return new(Id, spot.Site, $"[SpotCheck] of '{step.Name}' must say one in how many outputs is looked at: OneIn = 20, for example");
        }
    }

    private static Finding Date(Site site, string of, string text) => new(Id, site, DateMessage(of, text));

    private static string DateMessage(string of, string text) => $"'{text}' as the date of {of} must be a day in ISO form, such as '2026-11-02'";

    private static Finding Count(Site site, string what, StepModel step, int value) =>
        new(Id, site, $"{what} of '{step.Name}' is {value.ToString(CultureInfo.InvariantCulture)}: it can't be negative");

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsVersion(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && parts.All(part => part.Length is > 0 and < 10 && part.All(c => c is >= '0' and <= '9'));
    }

    private static bool IsId(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
