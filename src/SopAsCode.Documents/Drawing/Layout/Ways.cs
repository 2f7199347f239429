namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>Boxes that stand straight below each other, with the lines between them.</summary>
/// <param name="Boxes">The boxes, from the top.</param>
/// <param name="Lines">The lines between them.</param>
/// <param name="Into">The line that leads to the first box from a box of another way; null for none.</param>
/// <param name="OutOf">The line that leads on from the last box to a box of another way; null for none.</param>
internal sealed record Way(IReadOnlyList<int> Boxes, IReadOnlyList<int> Lines, int? Into, int? OutOf)
{
    // A line that leads on for longer than this stands elsewhere, so that it keeps no column free.
    private const int LongestWayOut = 2;

    /// <summary>Every box is in one way; the first way is the main way.</summary>
    public static IReadOnlyList<Way> Divide(Graph graph, Ranks ranks)
    {
        List<Way> ways = [new(ranks.MainWay, ranks.MainLines, null, null)];
        var isPlaced = new bool[graph.Boxes.Count];
        foreach (var box in ranks.MainWay)
        {
            isPlaced[box] = true;
        }

        var down = Enumerable.Range(0, graph.Lines.Count).Where(line => !ranks.LeadsBack[line]).ToList();
        var into = down.ToLookup(line => graph.Lines[line].To);
        var outOf = down.ToLookup(line => graph.Lines[line].From);
        foreach (var first in Enumerable.Range(0, graph.Boxes.Count).OrderBy(box => ranks.Of[box]).ThenBy(box => box))
        {
            if (!isPlaced[first])
            {
                ways.Add(From(first));
            }
        }

        return ways;

        Way From(int first)
        {
            var into0 = into[first].Where(line => isPlaced[graph.Lines[line].From]).OrderByDescending(line => ranks.Of[graph.Lines[line].From]).Select(line => (int?)line).FirstOrDefault();
            isPlaced[first] = true;
            List<int> boxes = [first];
            List<int> lines = [];
            while (outOf[boxes[^1]].Where(line => !isPlaced[graph.Lines[line].To]).OrderBy(line => ranks.Of[graph.Lines[line].To]).ThenBy(line => !graph.Lines[line].IsForward).Select(line => (int?)line).FirstOrDefault() is { } line)
            {
                lines.Add(line);
                boxes.Add(graph.Lines[line].To);
                isPlaced[boxes[^1]] = true;
            }

            var last = ranks.Of[boxes[^1]];
            var onwards = outOf[boxes[^1]].Where(line => ranks.Of[graph.Lines[line].To] - last <= LongestWayOut).OrderBy(line => ranks.Of[graph.Lines[line].To]).Select(line => (int?)line).FirstOrDefault();
            return new(boxes, lines, into0, onwards);
        }
    }
}
