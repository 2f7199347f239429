namespace SopAsCode.Documents.Drawing.Layout;

/// <summary>
/// The rows of a drawing: a row of boxes for each rank, and below it a row of labels if lines that leave it downwards have any. Lines turn only in the gaps
/// between the rows, so no turning line meets a box or a label.
/// </summary>
internal sealed class Layers
{
    private readonly int[] _ofRank;

    public Layers(Graph graph, Ranks ranks)
    {
        var hasLabels = new bool[ranks.Of.Max() + 1];
        for (var line = 0; line < graph.Lines.Count; line++)
        {
            hasLabels[ranks.Of[graph.Lines[line].From]] |= graph.Lines[line].HasLabel && !ranks.LeadsBack[line];
        }

        _ofRank = new int[hasLabels.Length];
        for (var rank = 0; rank < hasLabels.Length; rank++)
        {
            _ofRank[rank] = Count;
            Count += hasLabels[rank] ? 2 : 1;
        }

        Of = [.. ranks.Of.Select(rank => _ofRank[rank])];
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The row of each box.</summary>
    public int[] Of { get; }

    /// <summary>How many slots there are: a gap, a row, a gap, … a gap.</summary>
    public int Slots => (2 * Count) + 1;

    /// <summary>The slot of a row.</summary>
    public static int Row(int layer) => (2 * layer) + 1;

    /// <summary>The slot of the gap above a row.</summary>
    public static int Above(int layer) => 2 * layer;

    /// <summary>The slot of the gap below a row.</summary>
    public static int Below(int layer) => (2 * layer) + 2;
}
