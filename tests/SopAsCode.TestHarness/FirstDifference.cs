namespace SopAsCode.TestHarness;

/// <summary>Says in a few lines where two texts part.</summary>
public static class FirstDifference
{
    /// <summary>Describes the first difference.</summary>
    /// <param name="expected">One text.</param>
    /// <param name="actual">The other.</param>
    /// <returns>The line number and both lines; "no difference" when there is none.</returns>
    public static string Of(string expected, string actual)
    {
        var before = expected.Split('\n');
        var now = actual.Split('\n');
        for (var i = 0; i < Math.Max(before.Length, now.Length); i++)
        {
            var left = i < before.Length ? before[i] : "(the text has ended)";
            var right = i < now.Length ? now[i] : "(the text has ended)";
            if (left != right)
            {
                return $"First difference in line {i + 1}:\nexpected: {Visible(left)}\nactual:   {Visible(right)}";
            }
        }

        return "no difference";
    }

    private static string Visible(string line) => line.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\uFEFF", "(BOM)", StringComparison.Ordinal);
}
