using System.Text;

namespace SopAsCode.Generators;

/// <summary>Lends builders for long texts. Each thread keeps the few that it needs at the same time, because the files of an SOP are long and many.</summary>
internal static class TextBuffers
{
    // Longer texts are rare, and a builder that grew for one is not kept.
    private const int Capacity = 32 * 1024;

    [ThreadStatic]
    private static Stack<StringBuilder>? _free;

    /// <summary>An empty builder.</summary>
    public static StringBuilder Take() => _free is { Count: > 0 } free ? free.Pop() : new(Capacity);

    /// <summary>The text of a builder, which goes back.</summary>
    public static string Finish(StringBuilder text)
    {
        var finished = text.ToString();
        if (text.Capacity == Capacity)
        {
            (_free ??= new()).Push(text.Clear());
        }

        return finished;
    }
}
