using System.Reflection;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers.Tests;

/// <summary>The list of rules has every rule once, and what follows from it is committed. With SOPASCODE_ACCEPT=1 these tests write the files.</summary>
public class RuleListTests
{
    public static TheoryData<string> Files => [.. RuleFiles.All];

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.RuleId)];

    [Fact]
    public void Every_rule_is_in_the_list_once_in_the_order_of_the_ids()
    {
        Assert.Equal(Rules.All.Select(rule => rule.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.RuleId), StringComparer.Ordinal);
        Assert.Equal(DeclaredRules().Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(ShapeCheck.Rules.Select(rule => rule.RuleId), Rules.All.Where(rule => rule is { Category: RuleCategory.Shape, IsFixed: false }).Select(rule => rule.RuleId), StringComparer.Ordinal);
    }

    [Fact]
    public void The_compiler_knows_every_rule() => Assert.Equal(Rules.Descriptors, new SopAnalyzer().SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_committed_file_says_what_the_rules_say(string file)
    {
        var expected = RuleFiles.Expected(file);
        if (Environment.GetEnvironmentVariable("SOPASCODE_ACCEPT") == "1")
        {
            RuleFiles.Write(file, expected);
        }

        Assert.Equal(expected, RuleFiles.Read(file));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_that_is_stricter_in_a_milder_profile_would_surprise(string id) =>
        Assert.True(Rules.Of(id).Severity is var severity && severity.Starter <= severity.Recommended && severity.Recommended <= severity.Strict, id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_wrong_is_an_error_in_every_profile_that_asks_for_more_than_the_shape(string id) =>
        Assert.Equal(Rules.Of(id).Severity.Recommended == DiagnosticSeverity.Error, Rules.Of(id).Severity.Starter == DiagnosticSeverity.Error);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_who_can_waive_a_rule(string id)
    {
        var page = RuleFiles.Read($"analyzers/docs/{id}.md");
        var waiving = page[page.IndexOf("## How to waive", StringComparison.Ordinal)..];
        Assert.Equal(Rules.Of(id).Waiving == Waiving.WithLeave, waiving.Contains("Not without the policy's leave.", StringComparison.Ordinal));
        Assert.Equal(Rules.Of(id).Waiving == Waiving.Never, waiving.Contains("Not at all", StringComparison.Ordinal) || waiving.Contains("It can't be waived.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_names_the_defect_in_one_short_phrase(string id)
    {
        var title = Rules.Of(id).Title;
        Assert.InRange(title.Length, 1, 70);
        Assert.Matches("^[A-Z][^`*\\[\\]<>:;.!?]*[A-Za-z]$", title);
        Assert.DoesNotMatch("^(A|An|The|No|Nobody|None|Nothing|Each|Every|All|Somebody|Someone) ", title);
        Assert.NotEqual(Rules.Of(id).Flags, title, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_two_rules_have_one_title() =>
        Assert.Equal(Rules.All.Length, Rules.All.Select(rule => rule.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void The_page_about_forbidden_waivers_names_the_rules_that_need_leave()
    {
        var ids = Rules.All.Where(rule => rule.Waiving == Waiving.WithLeave).Select(rule => rule.RuleId).ToList();
        Assert.Contains($"{string.Join(", ", ids.SkipLast(1))} or {ids[^1]}", RuleFiles.Read($"analyzers/docs/{ForbiddenWaiver}.md").Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fix_that_a_rule_names_is_one_of_the_fixes_and_the_other_way_round() => Assert.Equal(
        typeof(FixNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name).Order(StringComparer.Ordinal),
        Rules.All.SelectMany(rule => rule.Fixes.Concat(rule.Advice?.Fixes ?? [])).Select(fix => fix.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private const string ForbiddenWaiver = "SOP1104";

    // A rule that is written down but stands in no list would never be heard.
    private static IEnumerable<string> DeclaredRules() => typeof(Rules).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(SopRule)))
        .Select(type => type.Name);
}
