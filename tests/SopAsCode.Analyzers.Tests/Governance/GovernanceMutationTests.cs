using SopAsCode.Analyzers.Tests.Mutations;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// Each element of governance of the example is taken away or contradicted: the rule that minds says so, and no other says more than
/// the same edit did too. At the first place that has the element, or at all of them with <c>SOPASCODE_MUTATE_ALL=1</c>, which takes minutes.
/// </summary>
public class GovernanceMutationTests(ITestOutputHelper report)
{
    private static readonly Elements All = new(Edits.Sound);

    public static TheoryData<string> Rows => [.. MutationTable.Kinds.Select(kind => kind.Element)];

    [Fact]
    public async Task At_strict_the_example_has_no_more_than_its_two_waivers() =>
        Assert.Equal(["SOP1100", "SOP1100"], (await Edits.BeforeAsync()).Select(finding => finding.Id));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_rule_that_minds_says_so_and_no_other(string element)
    {
        var kind = MutationTable.Kinds.Single(row => row.Element == element);
        var places = kind.Of(All).ToList();
        Assert.True(places.Count > 0, $"Nowhere in the example can be done: {element}.");
        Assert.Empty(kind.Stale([.. places.Select(place => place.Subject)]));
        List<string> wrong = [];
        foreach (var place in Edits.IsWhole ? places : places.Take(1))
        {
            var outcome = await Edits.OfAsync(place.Edited);
            var got = Said(string.Join(' ', outcome.Rules));
            report.WriteLine($"{element} | {place.Subject} | {Said(kind.ExpectedAt(place.Subject))} | {got}");
            if (!kind.IsMetBy(place.Subject, outcome.Rules))
            {
                wrong.Add($"{element} at {place.Subject}: expected {Said(kind.ExpectedAt(place.Subject))}, got {got}");
                wrong.AddRange(outcome.Brought.Select(finding => $"    {finding}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Said(string rules) => rules.Length == 0 ? "nothing" : rules;
}
