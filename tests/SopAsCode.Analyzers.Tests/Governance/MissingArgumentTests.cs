using SopAsCode.Analyzers.Tests.Mutations;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Each kind of named argument of the example is taken away at its first place: the rule that the table names speaks, and no other; where none does, what is
/// generated is another text, so that a reader or a host gets to know.
/// </summary>
public class MissingArgumentTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<MissingArgument> All = [.. Arguments.Of(Edits.Sound).DistinctBy(argument => argument.Kind)];

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
        var outcome = await Edits.OfAsync(All.Single(argument => argument.Kind == kind).Edited);
        Assert.Equal(ArgumentTable.Rows[kind].Rules, string.Join(' ', outcome.Rules));
        Assert.True(outcome.IsSeen, "What is generated is as before.");
    }

    [Fact]
    public async Task Wherever_an_argument_is_taken_away_a_rule_says_so_or_readers_see_it()
    {
        // All places take minutes, so this runs on request: SOPASCODE_MUTATE_ALL=1.
        var places = Edits.IsWhole ? [.. Arguments.Of(Edits.Sound)] : All.Take(3).ToList();
        List<string> silent = [];
        SortedDictionary<string, SortedSet<string>> said = new(StringComparer.Ordinal);
        foreach (var argument in places)
        {
            var outcome = await Edits.OfAsync(argument.Edited);
            if (!said.TryGetValue(argument.Kind, out var all))
            {
                said[argument.Kind] = all = new(StringComparer.Ordinal);
            }

            all.UnionWith(outcome.Rules);
            if (outcome is { Brought.Count: 0, IsSeen: false })
            {
                silent.Add($"{argument.Kind} of {argument.Subject}");
            }
        }

        output.WriteLine($"{places.Count} places\n" + string.Join('\n', said.Select(kind => $"{kind.Key}: {string.Join(' ', kind.Value)}")));
        Assert.Empty(silent);
    }
}
