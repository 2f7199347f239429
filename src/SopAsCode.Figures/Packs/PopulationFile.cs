using System.Buffers;
using System.Globalization;

namespace SopAsCode.Figures;

/// <summary>Writes the population: a row for each run, in the order of their names. No cell can be a formula.</summary>
internal static class PopulationFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\n\r\t");

    private const string Formula = "=+-@\t\r＝＋－＠";

    /// <summary>The text of the file.</summary>
    public static string Write(IEnumerable<PackedRun> runs, IReadOnlySet<string> sampled) =>
        "run,sop,version,started,ended,state,events,head,sampled\n" + string.Concat(runs.OrderBy(run => run.Run, StringComparer.Ordinal).Select(run => string.Join(',',
            Cell(run.Run),
            Cell(run.Sop),
            Cell(run.Version ?? ""),
            Time(run.Started),
            run.Ended is { } ended ? Time(ended) : "",
            Cell(run.State),
            run.Events.ToString(CultureInfo.InvariantCulture),
            Cell(run.Head),
            sampled.Contains(run.Run) ? "yes" : "no") + "\n"));

    /// <summary>A text as a cell. What a spreadsheet would read as a formula gets an apostrophe before it.</summary>
    internal static string Cell(string text)
    {
        var safe = text.TrimStart() is { Length: > 0 } start && Formula.Contains(start[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
