using SopAsCode.Analyzers.Tests.Mutations;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Each element of governance of the example is taken away or contradicted: the rule that minds says so, and no other says more than
/// the same edit did too. At the first place that has the element, or at all of them with <c>SOPASCODE_MUTATE_ALL=1</c>, which takes minutes.
/// </summary>
public class GovernanceMutationTests(ITestOutputHelper report)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("SOPASCODE_MUTATE_ALL") == "1";

    private static readonly SopProject Sound = Example.Of("TinyTeam")
        .WithProperty("SopAsOf", "2026-11-20")
        .WithGlobalConfig(File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", "strict.globalconfig")));

    private static readonly Elements All = new(Sound);
    private static readonly Lazy<EditedRun> Run = new(() => new EditedRun(Sound));
    private static readonly Lazy<Task<IReadOnlyList<ReportedFinding>>> Base = new(() => Run.Value.ReportAsync(Sound));

    public static TheoryData<string> Rows => [.. MutationTable.Kinds.Select(kind => kind.Element)];

    [Fact]
    public async Task At_strict_the_example_has_no_more_than_its_two_waivers() =>
        Assert.Equal(["SOP1100", "SOP1100"], (await Base.Value).Select(finding => finding.Id));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_rule_that_minds_says_so_and_no_other(string element)
    {
        var kind = MutationTable.Kinds.Single(row => row.Element == element);
        var places = kind.Of(All).ToList();
        Assert.True(places.Count > 0, $"Nowhere in the example can be done: {element}.");
        Assert.Empty(kind.Stale([.. places.Select(place => place.Subject)]));
        var before = (await Base.Value).Select(Words).ToList();
        List<string> wrong = [];
        foreach (var place in IsWhole ? places : places.Take(1))
        {
            var brought = await BroughtAsync(place, before);
            string[] got = [.. brought.Select(finding => finding.Id).Distinct(StringComparer.Ordinal)];
            report.WriteLine($"{element} | {place.Subject} | {Said(kind.ExpectedAt(place.Subject))} | {Said(string.Join(' ', got))}");
            if (!kind.IsMetBy(place.Subject, got))
            {
                wrong.Add($"{element} at {place.Subject}: expected {Said(kind.ExpectedAt(place.Subject))}, got {Said(string.Join(' ', got))}");
                wrong.AddRange(brought.Select(finding => $"    {finding}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<List<ReportedFinding>> BroughtAsync(Mutation place, IEnumerable<string> before)
    {
        var left = before.ToList();
        return [.. (await Run.Value.ReportAsync(place.Edited)).Where(finding => !left.Remove(Words(finding)))];
    }

    private static string Words(ReportedFinding finding) => $"{finding.Id} {finding.Message}";

    private static string Said(string rules) => rules.Length == 0 ? "nothing" : rules;
}
