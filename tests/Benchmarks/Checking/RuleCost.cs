using System.Globalization;

namespace SopAsCode.Benchmarks.Checking;

/// <summary>
/// What the rules cost in processor time, which says the same on a machine that has other work. Each round asks all four on a compilation in which nothing is
/// bound yet; the least of the rounds counts.
/// </summary>
internal static class RuleCost
{
    public static void Run(int count, int rounds)
    {
        foreach (var governed in Enum.GetValues<Governed>())
        {
            var rules = new RuleBenchmarks { Count = count, Governed = governed };
            rules.SetUp();
            (string Name, Func<int> Asked)[] all = [("an analyzer that does nothing", rules.Empty), ("the shape alone", rules.ShapeOnly), ("all rules", rules.Rules), ("the SDK's analyzers", rules.Sdk)];
            var least = all.Select(_ => double.MaxValue).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                for (var one = 0; one < all.Length; one++)
                {
                    rules.Refresh();
                    GC.Collect();
                    var before = Environment.CpuUsage.TotalTime;
                    all[one].Asked();
                    least[one] = Math.Min(least[one], (Environment.CpuUsage.TotalTime - before).TotalSeconds);
                }
            }

            for (var one = 0; one < all.Length; one++)
            {
                var share = (least[one] - least[0]) / (least[^1] - least[0]);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} SOPs, {governed}, {all[one].Name}: {least[one]:F2} s of processor, {100 * share:F1} % of what the SDK's analyzers cost themselves"));
            }
        }
    }
}
