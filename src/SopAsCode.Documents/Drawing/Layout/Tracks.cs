using System.Runtime.InteropServices;

namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>A part of a line that goes sideways in a gap.</summary>
/// <param name="Line">The line.</param>
/// <param name="X1">Where it comes from.</param>
/// <param name="IsUp1">It comes from above the gap; otherwise from below.</param>
/// <param name="X2">Where it goes to.</param>
/// <param name="IsUp2">It goes to above the gap; otherwise to below.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Turn(int Line, double X1, bool IsUp1, double X2, bool IsUp2)
{
    public double Left => Math.Min(X1, X2);

    public double Right => Math.Max(X1, X2);

    /// <summary>How often two turns cross when this one is above the other.</summary>
    public int CrossingsAbove(in Turn other) => Pins(this, isUp: false, other) + Pins(other, isUp: true, this);

    // The pins of a turn on one side that stand inside the other turn.
    private static int Pins(in Turn turn, bool isUp, in Turn other) =>
        (turn.IsUp1 == isUp && other.Left < turn.X1 && turn.X1 < other.Right ? 1 : 0)
        + (turn.IsUp2 == isUp && other.Left < turn.X2 && turn.X2 < other.Right ? 1 : 0);
}

/// <summary>Finds heights for the turns of a gap: none on top of each other, and few crossings.</summary>
internal static class Tracks
{
    private const double Apart = 9;

    /// <summary>The track of each turn, from above, and how many tracks there are.</summary>
    public static (IReadOnlyList<int> Of, int Count) Find(IReadOnlyList<Turn> turns)
    {
        var of = new int[turns.Count];
        List<int> left = [.. Enumerable.Range(0, turns.Count)];
        List<int> above = [];
        var count = 0;
        while (left.Count > 0)
        {
            var next = left.MinBy(turn => left.Sum(other => other == turn ? 0 : turns[turn].CrossingsAbove(turns[other]) - turns[other].CrossingsAbove(turns[turn])));
            left.Remove(next);
            of[next] = above.Where(turn => turns[turn].Left - Apart < turns[next].Right && turns[next].Left < turns[turn].Right + Apart).Select(turn => of[turn] + 1).DefaultIfEmpty(0).Max();
            above.Add(next);
            count = Math.Max(count, of[next] + 1);
        }

        return (of, count);
    }
}
