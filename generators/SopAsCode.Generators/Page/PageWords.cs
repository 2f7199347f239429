using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Writes numbers, dates and enum values for a page, in English on every machine.</summary>
internal static class PageWords
{
    /// <summary>How often a day: "once a day", "50 times a day".</summary>
    public static string PerDay(int count) => count == 1 ? "once a day" : $"{EnglishWords.Count(count, "time")} a day";

    /// <summary>A fractional number.</summary>
    public static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A phrase inside a sentence: its first letter is small, unless its first word is a name or an abbreviation.</summary>
    public static string Inside(string phrase) =>
        phrase.Length > 1 && char.IsUpper(phrase[0]) && (char.IsLower(phrase[1]) || phrase[1] == ' ')
            ? char.ToLowerInvariant(phrase[0]) + phrase.Substring(1)
            : phrase;

    /// <summary>A text of one line that people may have written without a full stop.</summary>
    public static string Sentence(string text)
    {
        var words = text.TrimEnd();
        return words.Length > 0 && words.IndexOf('\n') < 0 && (char.IsLetterOrDigit(words[words.Length - 1]) || words[words.Length - 1] is ')' or '"' or '%') ? words + "." : words;
    }

    /// <summary>A phrase at the start of a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);

    /// <summary>The owner and the backup, or the owner alone where there is no backup.</summary>
    public static string OwnerAnd(SopModel sop, string word) => sop.Backup is null ? "the owner" : $"the owner {word} the backup";

    /// <summary>What is said of a step that is not over in time: only a person who is asked gives an answer.</summary>
    public static string Late(StepModel step) => step.Kind switch
    {
        StepKind.Checkpoint => "no answer",
        StepKind.Human => "not done",
        StepKind.Wait => "nothing came",
        _ => "not finished",
    };

    /// <summary>Several things in a sentence.</summary>
    public static string And(IReadOnlyList<string> all) => all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[all.Count - 1]}";

    /// <summary>When somebody is reminded, as the end of a sentence about a time; empty when never.</summary>
    public static string Reminded(SopModel sop, EquatableArray<DueModel> reminders) => reminders.Count == 0
        ? ""
        : $", reminded {string.Join(" and ", reminders.OrderByDescending(time => time.TotalMinutes).Select(time => Working(sop, time)))} before";

    /// <summary>The time within which something is done, as the end of a sentence: <c>due in two working days</c>, <c>due by priority</c>.</summary>
    public static string Due(SopModel sop, DueModel due) => due.By is null ? $"due in {Working(sop, due)}" : $"due {TimeOf(sop, due)}";

    /// <summary>A time that office hours count; what a method says is in its own words.</summary>
    public static string Working(SopModel sop, DueModel due)
    {
        if (due.By is not null)
        {
            return TimeOf(sop, due);
        }

        if (sop.House.OfficeHours is null or OfficeHoursModel.Always || due.TotalMinutes <= 0 || due is { Days: 0, TotalMinutes: < 60 })
        {
            return EnglishWords.Duration(due.TotalMinutes);
        }

        var (hours, minutes) = ((due.TotalMinutes - (24L * 60 * due.Days)) / 60, due.TotalMinutes % 60);
        List<string> parts = [];
        AddPart(due.Days, "working day");
        AddPart(hours, "working hour");
        AddPart(minutes, "minute");
        return string.Join(" ", parts);

        void AddPart(long count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{count.ToString(CultureInfo.InvariantCulture)} {word}{(count == 1 ? "" : "s")}");
            }
        }
    }

    /// <summary>The words of the time that a method says.</summary>
    public static string TimeOf(SopModel sop, DueModel asked) => MarkdownText.Inline(Inside(sop.Times.FirstOrDefault(time => time.Name == asked.By?.Name)?.Text ?? ""));

    /// <summary>A duty in words.</summary>
    public static string Duty(Duty duty) => duty switch
    {
        Model.Duty.Builder => "Built by",
        Model.Duty.Reviewer => "Reviewed by",
        Model.Duty.Documentation => "Documentation",
        _ => "Operator",
    };

    /// <summary>What the team tells customers, or why it need not tell them.</summary>
    public static string Disclosure(DisclosureModel? told) => told switch
    {
        null => "",
        { Mode: DisclosureMode.NotNeeded } => $"nothing ({MarkdownText.Inline(Inside(told.Because ?? "no reason is given"))})",
        _ => MarkdownText.Inline(told.Text ?? ""),
    };

    /// <summary>A link to the page of another SOP in the same folder.</summary>
    public static string LinkTo(OtherSopModel other) => $"[{MarkdownText.Label(other.Title)}]({Uri.EscapeDataString(other.Id)}.md)";

    /// <summary>How often, in words.</summary>
    public static string Cadence(Cadence cadence) => cadence switch
    {
        Model.Cadence.Weekly => "every week",
        Model.Cadence.Biweekly => "every two weeks",
        Model.Cadence.Monthly => "every month",
        Model.Cadence.Quarterly => "every three months",
        _ => "every year",
    };

    /// <summary>The day of the next review.</summary>
    public static string? Next(ReviewModel review) => IsoDay.Of(review.Last) is { } last && review.After(last) is { } next ? IsoDay.Text(next) : null;

    /// <summary>An impact in words: "customers, public pages".</summary>
    public static string Impact(Impact impact) =>
        impact == Model.Impact.None ? "none" : string.Join(", ", impact.ToString().Split(',').Select(name => Inside(Naming.Phrase(name.Trim()))));

    /// <summary>A level in words. An AI step that may only read and has no tool to read just answers.</summary>
    public static string Level(Level level, bool hasTools) => level switch
    {
        Model.Level.ReadOnly when !hasTools => "answers only, touches no tool",
        Model.Level.ReadOnly => "reads only",
        Model.Level.DraftOnly => "drafts only",
        Model.Level.PrepareForApproval => "prepares for approval",
        _ => "acts by itself inside its limit",
    };

    /// <summary>Who does a step.</summary>
    public static string Performer(SopModel sop, StepModel step) => step.Traits.Performing switch
    {
        Performing.Person => step.Performer?.Title ?? "",
        Performing.Agent => $"{step.Noun}: {step.Performer?.Title}",
        Performing.OtherSop => $"{step.Noun}: {string.Join(" and ", step.Handoffs.Select(handoff => handoff.Target.Title))}",
        _ => step.After switch
        {
            null => step.Noun,
            { By: { } by } => $"{step.Noun} until {Inside(sop.Times.FirstOrDefault(time => time.Name == by.Name)?.Text ?? "")}",
            var time => $"{step.Noun} {EnglishWords.Duration(time.TotalMinutes)}",
        },
    };

    /// <summary>The roles that may do what a role may, because they derive from it, as an addition to its name; empty when there are none.</summary>
    public static string OrSenior(SopModel sop, PartyModel? role)
    {
        var seniors = role is null ? [] : sop.Seniors.Where(senior => senior.Type != role.Type && senior.Covers(role.Type)).Select(senior => MarkdownText.Inline(senior.Title)).ToList();
        return seniors.Count == 0 ? "" : $" (or {string.Join(", ", seniors)})";
    }

    /// <summary>A step by number and title.</summary>
    public static string Numbered(FlowGraph graph, int state) =>
        $"{(state + 1).ToString(CultureInfo.InvariantCulture)}. {graph.Sop.Steps[state].Title}";
}
