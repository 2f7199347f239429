using System.CommandLine;
using System.Globalization;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>The days that a command is about, as they are written on the command line.</summary>
internal sealed class Days
{
    public Option<string?> From { get; } = new("--from") { Description = "The first day, in UTC", HelpName = "yyyy-mm-dd" };

    public Option<string?> To { get; } = new("--to") { Description = "The last day, in UTC. Without it today, which is not over", HelpName = "yyyy-mm-dd" };

    /// <summary>Today, by the clock of the program.</summary>
    public static DateOnly Today(Call call) => DateOnly.FromDateTime((call.Setup.Options.Time ?? TimeProvider.System).GetUtcNow().UtcDateTime);

    /// <summary>The period that is meant.</summary>
    /// <param name="call">The command.</param>
    /// <param name="usual">The first day where none is stated, by the last day.</param>
    /// <exception cref="StopException">One is no day, or the last comes before the first.</exception>
    public Period Of(Call call, Func<DateOnly, DateOnly> usual)
    {
        var to = Day(call, To) ?? Today(call);
        var from = Day(call, From) ?? usual(to);
        return from <= to
            ? new(from, to)
            : throw new StopException(ExitCode.WrongCommandLine, $"The first day, {Text(from)}, comes after the last, {Text(to)}.");
    }

    /// <summary>The first day of the quarter of a day.</summary>
    public static DateOnly QuarterOf(DateOnly day) => new(day.Year, (3 * ((day.Month - 1) / 3)) + 1, 1);

    /// <summary>So many days, of which this is the last.</summary>
    public static DateOnly Back(DateOnly last, int days) => DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - days + 1));

    private static DateOnly? Day(Call call, Option<string?> option) => call.Get(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new StopException(ExitCode.WrongCommandLine, $"'{text}' is no day: {option.Name} is written as 2026-11-27.");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
