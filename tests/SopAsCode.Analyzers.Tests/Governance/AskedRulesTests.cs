using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A rule that is switched off costs nothing, because it is not asked.</summary>
public class AskedRulesTests
{
    [Fact]
    public void A_rule_that_is_off_is_not_asked() => Assert.Equal(
        Rules.All.Select(rule => rule.RuleId).Where(rule => rule != "SOP0101"),
        Asked("recommended", rule => rule == "SOP0101" ? null : DiagnosticSeverity.Warning));

    [Fact]
    public void A_waiver_makes_its_rule_speak_so_that_it_is_known_whether_it_is_needed() =>
        Assert.Contains("SOP0101", Asked("recommended", rule => rule == "SOP0101" ? null : DiagnosticSeverity.Warning, "SOP0101"));

    [Fact]
    public void Where_only_the_shape_counts_no_other_rule_is_asked() =>
        Assert.All(Asked("none", _ => null), rule => Assert.Equal(RuleCategory.Shape, Rules.Of(rule).Category));

    [Fact]
    public void A_rule_that_no_setting_changes_is_asked_whatever_the_settings_say() =>
        Assert.Equal(Rules.All.Where(rule => rule.IsFixed).Select(rule => rule.RuleId), Asked("recommended", _ => null));

    private static IEnumerable<string> Asked(string profile, Func<string, DiagnosticSeverity?> severity, params string[] waived) =>
        Rules.Asked(profile, severity, waived).Select(rule => rule.RuleId);
}
