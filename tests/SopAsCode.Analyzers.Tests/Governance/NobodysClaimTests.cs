using System.Text.RegularExpressions;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>
/// After any fix, and after any fix of everything at once, no claim about people, days, harm, checks or promises stands in the code that nobody made: what a fix
/// writes follows from the code, or is the place of something that a rule still asks for, or was chosen by a person who read it in the title.
/// </summary>
public partial class NobodysClaimTests
{
    // What follows from the code, and so may be written by a fix.
    private static readonly Dictionary<string, string> Derived = new(StringComparer.Ordinal)
    {
        ["Prompt text"] = "the title of the step, and what the step reads",
        ["Prompt File"] = "the file with the nearest name",
        ["Metric measure"] = "what can be counted; the numbers are asked for by SOP0703",
        ["Metric Unit"] = "the unit of what is counted",
        ["Writes impact"] = "where the class of the tool says that a write can hurt",
        ["Grant impact"] = "where the write that needs the grant says that it can hurt; who grants it, since when and why is asked for by SOP0306 and SOP0212",
        ["Checkpoint title"] = "the title of the step before which it stands",
        ["Responsible duty"] = "what nobody does yet; the title says who gets it",
        ["Link title"] = "the title of the tool",
        ["Sop Id"] = "the id in the lock file",
    };

    // Who asks for what a fix left to fill in, where it is not the rule of the fix.
    private static readonly Dictionary<string, string> Asks = new(StringComparer.Ordinal)
    {
        ["Grant By"] = "SOP0306",
        ["Grant On"] = "SOP0212",
        ["Grant Because"] = "SOP0212",
        ["Waive By"] = "SOP1101",
        ["Waive Until"] = "SOP1101",
    };

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal) { ["1"] = "once|a day", ["7"] = "a week", ["NotNeeded"] = "nobody needs to be told" };

    // Their bad examples need a person: what limits a harmless write, which of two versions that fall is the wrong one, and when a waiver that is too long ends.
    private static readonly string[] Unfixed = ["SOP0208", "SOP0804", "SOP1102"];

    /// <summary>Sources full of gaps: in each, what one rule flags, and whatever else its other gaps bring.</summary>
    public static TheoryData<string> Pages => [.. Rules.All.Where(rule => rule.Fixes.Count > 0).Select(rule => rule.RuleId)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_fix_of_a_page_says_what_nobody_said(string rule)
    {
        var page = File.ReadAllText(Path.Combine(Example.RepositoryRoot, "analyzers", "docs", rule + ".md"));
        var walked = await CheckAsync(Bad().Match(page).Groups["code"].Value, rule);
        Assert.True(walked.Any(fix => fix.Rule == rule) || Unfixed.Contains(rule, StringComparer.Ordinal), $"The bad example of {rule} gets no fix.");
    }

    [Theory]
    [InlineData("an SOP of a newcomer", """
        [Sop("Refund a customer")]
        [Backup<Founder>]
        public sealed partial class Refund1 : Sop<Ticket>
        {
            [AiStep<Writer>("Decide the amount")] public partial Task<Refund> Decide(Ticket ticket);

            [AutomatedStep("Pay it")]
            [Writes<Bank>(Impact.Money)]
            public Task Pay(Refund refund) => Task.CompletedTask;
        }

        [Touches(Impact.Money)] public sealed class Bank : Tool;
        """)]
    [InlineData("an SOP with everything to say", """
        [assembly: Grant<Send1, Helpdesk>(Impact.Customers | Impact.Money)]

        [Sop("Send it")]
        [Waive("SOP0131", Because = "TODO")]
        [Waive("SOP0701", Because = "Counted from March on")]
        [Review(Cadence.Yearly, Last = "2020-01-01"), Fallback("TODO"), Purpose("TODO"), Pilot("2026-11-02", "2026-12-02"), Disclosure(DisclosureMode.NotNeeded)]
        [Metric(Measure.TimeSaved)]
        public sealed partial class Send1 : Sop<Ticket>
        {
            [AiStep<Writer>("Draft it", Level = Level.Autonomous), Drafts<Helpdesk>, Next(nameof(Draft), When = nameof(IsHighValue)), Next(nameof(Act))] public partial Task<Reply> Draft(Ticket ticket);

            [AiStep<Writer>("Act on it", Level = Level.Autonomous), Writes<Helpdesk>(Impact.Customers), Limit("TODO")] public partial Task<Refund> Act(Ticket ticket, Reply reply);

            [Checkpoint<Support>("Look at it"), Checklist, OnTimeout(nameof(Send))] public partial Task<Reply> Look(Ticket ticket, Reply reply);

            [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers), Writes<Ledger>, Limit("Few", When = nameof(IsHighValue))] public Task Send(Reply reply, string text) => Task.CompletedTask;

            [Condition("The customer is high-value")] static bool IsHighValue(Ticket ticket) => ticket.HighValue;
        }

        [Holder<Founder>("ana@desk.example"), Cap(Impact.Money, Level.DraftOnly), RequireApprover<Founder>(Impact.Customers), RequireReview(Cadence.Monthly), RequireMetric(Measure.Outcome)]
        public sealed class House : Policy;

        #pragma warning disable SOP0805 // The vendor says what it gets wrong
        [Sop("Sort it"), Owner<Support>]
        public sealed partial class Sort1 : Sop<Ticket>
        {
            [AiStep<Sorter>("Sort it")] public partial Task<Triage> Sort(Ticket ticket);
        }
        """)]
    public async Task No_fix_says_what_nobody_said(string what, string source) => Assert.True((await CheckAsync(source)).Count > 10, what);

    private static async Task<IReadOnlyList<WalkedFix>> CheckAsync(string source, params string[] rules)
    {
        var walked = await FixWalk.OfAsync(SopProject.Of(source).WithProperty("SopAsOf", "2026-11-20"), rules.Length == 0 ? null : rules);
        List<string> wrong = [];
        foreach (var fix in walked)
        {
            wrong.AddRange(fix.NewErrors.Select(error => $"{fix}: does not compile, {error}"));
            wrong.AddRange(SaidClaims.Added(fix.Before, fix.After).Where(claim => !IsSaid(claim, fix)).Select(claim => $"{fix}: {claim}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
        return walked;
    }

    private static bool IsSaid(Claim claim, WalkedFix fix)
    {
        var part = $"{claim.Attribute} {claim.Part}";
        return claim.IsToFillIn ? fix.Left.Any(finding => finding.Id == Asks.GetValueOrDefault(part, fix.Rule))
            : Derived.ContainsKey(part) ? part != "Writes impact" || IsOfTheTool(claim, fix)
            : fix.Scope is null && (InTitle(claim.Value, fix.Title) || IsReasonOfTheSource(claim, fix));
    }

    private static bool InTitle(string value, string title) =>
        title.Replace(" ", "", StringComparison.Ordinal).Contains(value[(value.IndexOf(": ", StringComparison.Ordinal) is var cut and > 0 ? cut + 1 : 0)..].Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
        || (Numbers.TryGetValue(value, out var words) && words.Split('|').Any(word => title.Contains(word, StringComparison.Ordinal)));

    // What somebody wrote beside a pragma goes into the waiver.
    private static bool IsReasonOfTheSource(Claim claim, WalkedFix fix) =>
        claim is { Attribute: "Waive", Part: "Because" } && fix.Before.SyntaxTrees.Any(tree => tree.ToString().Contains(claim.Value, StringComparison.Ordinal));

    private static bool IsOfTheTool(Claim claim, WalkedFix fix) =>
        claim.Value.Split(" | ").All(impact => fix.Before.SyntaxTrees.Any(tree => Touches().Matches(tree.ToString()).Any(touches => touches.Value.Contains(impact, StringComparison.Ordinal))));

    [GeneratedRegex(@"Touches\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Touches();

    [GeneratedRegex("^```csharp bad\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bad();
}
