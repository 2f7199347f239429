using SopAsCode.Analyzers.Tests.Mutations;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Each kind of named argument of the example is taken away at its first place: the rule that the table names speaks, and no other; where none does, what is
/// generated is another text, so that a reader or a host gets to know.
/// </summary>
public class MissingArgumentTests(ITestOutputHelper output)
{
    private static readonly SopProject Sound = Example.Of("TinyTeam")
        .WithProperty("SopAsOf", "2026-11-20")
        .WithGlobalConfig(File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", "strict.globalconfig")));

    private static readonly IReadOnlyList<MissingArgument> All = [.. Arguments.Of(Sound).DistinctBy(argument => argument.Kind)];

    private static bool IsEverywhere => Environment.GetEnvironmentVariable("SOPASCODE_MUTATE_ALL") == "1";

    private static readonly Lazy<EditedRun> Run = new(() => new EditedRun(Sound));

    private static readonly Lazy<Task<(IReadOnlyList<ReportedFinding> Findings, IReadOnlyDictionary<string, string> Files)>> Base = new(() => Run.Value.GenerateAsync(Sound));

    public static TheoryData<string> Kinds => [.. ArgumentTable.Rows.Keys];

    [Fact]
    public void The_table_has_each_kind_and_no_other() =>
        Assert.Equal(All.Select(argument => argument.Kind).Order(StringComparer.Ordinal), ArgumentTable.Rows.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    public void Silence_has_a_reason() => Assert.All(ArgumentTable.Rows.Values, row => Assert.NotEqual(row.Rules.Length == 0, row.Because.Length == 0));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_rule_that_minds_says_so_or_readers_see_it(string kind)
    {
        var (before, files) = await Base.Value;
        var left = before.Select(Words).ToList();
        var (after, made) = await Run.Value.GenerateAsync(All.Single(argument => argument.Kind == kind).Edited);
        var got = after.Where(finding => !left.Remove(Words(finding))).Select(finding => finding.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(ArgumentTable.Rows[kind].Rules, string.Join(' ', got));
        Assert.Contains(made, file => files.GetValueOrDefault(file.Key) != file.Value);
    }

    [Fact]
    public async Task Wherever_an_argument_is_taken_away_a_rule_says_so_or_readers_see_it()
    {
        // All places take minutes, so this runs on request: SOPASCODE_MUTATE_ALL=1.
        var places = IsEverywhere ? [.. Arguments.Of(Sound)] : All.Take(3).ToList();
        var (before, files) = await Base.Value;
        List<string> silent = [];
        SortedDictionary<string, SortedSet<string>> said = new(StringComparer.Ordinal);
        foreach (var argument in places)
        {
            var left = before.Select(Words).ToList();
            var (after, made) = await Run.Value.GenerateAsync(argument.Edited);
            var rules = after.Where(finding => !left.Remove(Words(finding))).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
            if (!said.TryGetValue(argument.Kind, out var all))
            {
                said[argument.Kind] = all = new(StringComparer.Ordinal);
            }

            all.UnionWith(rules);
            if (rules.Count == 0 && !made.Any(file => files.GetValueOrDefault(file.Key) != file.Value))
            {
                silent.Add($"{argument.Kind} of {argument.Subject}");
            }
        }

        output.WriteLine($"{places.Count} places\n" + string.Join('\n', said.Select(kind => $"{kind.Key}: {string.Join(' ', kind.Value)}")));
        Assert.Empty(silent);
    }

    private static string Words(ReportedFinding finding) => $"{finding.Id} {finding.Message}";
}
