using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.App;

/// <summary>Which lines of a checklist are ticked.</summary>
internal static class Ticking
{
    /// <summary>The lines that the command line names, by their numbers or their words.</summary>
    /// <exception cref="StopException">There is no line of that number.</exception>
    public static IReadOnlyList<string> Named(IReadOnlyList<ChecklistDefinition> lists, IReadOnlyList<string> named)
    {
        List<string> lines = [.. lists.SelectMany(list => list.Items)];
        return [.. named.Select(one => NumberedOrNull(one) is not { } number
            ? one
            : number >= 1 && number <= lines.Count
                ? lines[number - 1]
                : throw new StopException(ExitCode.NotFound, $"There is no line {number} to tick: there are {lines.Count}."))];
    }

    /// <summary>Asks the person, group by group.</summary>
    public static IReadOnlyList<string> Asked(Terminal terminal, IReadOnlyList<ChecklistDefinition> lists)
    {
        List<string> ticked = [];
        Page page = new(terminal.Error, terminal.Width, hasColor: false);
        foreach (var list in lists)
        {
            page.Line($"{list.Title ?? "To tick"}:");
            for (var i = 0; i < list.Items.Count; i++)
            {
                page.Line($"{i + 1}. {list.Items[i]}", 2);
            }

            var chosen = Chosen(terminal, list.Items.Count);
            ticked.AddRange(chosen.Select(number => list.Items[number - 1]));
        }

        return ticked;
    }

    private static HashSet<int> Chosen(Terminal terminal, int count)
    {
        while (true)
        {
            var answer = terminal.Ask("Which are true? Numbers, 'all', or Enter for none: ");
            if (string.IsNullOrEmpty(answer))
            {
                return [];
            }

            if (string.Equals(answer, "all", StringComparison.OrdinalIgnoreCase))
            {
                return [.. Enumerable.Range(1, count)];
            }

            var parts = answer.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(NumberedOrNull).ToList();
            if (parts.All(number => number >= 1 && number <= count))
            {
                return [.. parts.OfType<int>()];
            }

            terminal.Error.Write($"Numbers from 1 to {count.ToString(CultureInfo.InvariantCulture)}, please.\n");
        }
    }

    private static int? NumberedOrNull(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
