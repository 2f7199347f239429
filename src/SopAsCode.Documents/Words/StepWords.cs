using SopAsCode.Definitions;
using SopAsCode.Model.Values;

namespace SopAsCode.Documents.Words;

/// <summary>What pages and charts say about steps, in words.</summary>
internal static class StepWords
{
    /// <summary>Who or what does a step.</summary>
    public static string Performer(StepDefinition step) => step.Kind switch
    {
        StepKind.Ai => $"AI · {step.Performer?.Title ?? "no agent"}",
        StepKind.Checkpoint => $"Checkpoint · {step.Performer?.Title ?? "nobody"}{(step.Approvals > 1 ? $", {EnglishWords.Count(step.Approvals, "person", "people")}" : "")}",
        StepKind.Human => step.Performer?.Title ?? "Nobody",
        StepKind.Automated => step.Waits ? "Outside automation" : "Automation",
        StepKind.Wait => step.After is { } time ? $"Wait · {Duration(time)}" : "Wait",
        _ => $"Hand-off · {(step.Handoffs.Count == 0 ? "another SOP" : string.Join(" and ", step.Handoffs.Select(handoff => handoff.To.Title)))}",
    };

    /// <summary>The kind of a step.</summary>
    public static string Kind(StepKind kind) => kind switch
    {
        StepKind.Human => "Person",
        StepKind.Ai => "AI",
        StepKind.Checkpoint => "Checkpoint",
        StepKind.Automated => "Automation",
        StepKind.Wait => "Wait",
        _ => "Hand-off",
    };

    /// <summary>What a method of an SOP that says a time calls it.</summary>
    public static string InWords(this SopDefinition sop, string time) => sop.Times.FirstOrDefault(known => known.Name == time)?.Text ?? time;

    /// <summary>A time in words.</summary>
    public static string Duration(TimeSpan time) => EnglishWords.Duration((long)time.TotalMinutes);

    /// <summary>A time that somebody has: days that are stated as days are working days where there are office hours.</summary>
    public static string Due(SopDefinition sop, TimeSpan due, int days)
    {
        var isWorking = days > 0 && sop.OfficeHours is { } hours && !hours.Hours.Equals("always", StringComparison.OrdinalIgnoreCase);
        var rest = due - TimeSpan.FromDays(days);
        return isWorking ? $"{EnglishWords.Count(days, "working day")}{(rest > TimeSpan.Zero ? $" {Duration(rest)}" : "")}" : Duration(due);
    }

    /// <summary>What a step does with a tool.</summary>
    public static string Verb(Access access) => access switch
    {
        Access.Read => "reads",
        Access.Draft => "drafts in",
        _ => "writes to",
    };

    /// <summary>How much an AI may do by itself.</summary>
    public static string Level(Level? level) => level switch
    {
        null => "",
        SopAsCode.Level.ReadOnly => "reads only",
        SopAsCode.Level.DraftOnly => "drafts only",
        SopAsCode.Level.PrepareForApproval => "prepares for approval",
        _ => "acts by itself inside its limit",
    };

    /// <summary>A phrase inside a sentence: its first letter is small, unless its first word is a name or an abbreviation.</summary>
    public static string Inside(string phrase) =>
        phrase.Length > 1 && char.IsUpper(phrase[0]) && (char.IsLower(phrase[1]) || phrase[1] == ' ') ? char.ToLowerInvariant(phrase[0]) + phrase[1..] : phrase;

    /// <summary>A text on one line, without invisible characters.</summary>
    public static string OneLine(string text) => string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The last part of the name of a type.</summary>
    public static string Simple(string type)
    {
        var generic = type.IndexOf('<', StringComparison.Ordinal);
        var start = type.LastIndexOfAny(['.', '+'], generic < 0 ? type.Length - 1 : generic);
        return type[(start + 1)..];
    }
}
