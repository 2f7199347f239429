using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SuppressionTests
{
    private const string Rule = "SOP1106";
    private const string Using = "using System.Diagnostics.CodeAnalysis;\n";
    private static readonly string Plain = Waivers.Sop("Backup<Support>");

    [Theory]
    [InlineData("#pragma warning disable CS0168 // why\n")]
    [InlineData("#pragma warning restore SOP0101\n")]
    [InlineData("#pragma warning disable SOP9999\n")]
    [InlineData("#if NEVER\n#pragma warning disable SOP0101\n#endif\n")]
    [InlineData("#pragma warning disable\nclass Other;\n#pragma warning restore\n")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Usage\", \"CA1822\")]\n")]
    public Task Silent_about_what_silences_nothing_of_ours(string before) => CheckAsync(before + Plain);

    [Fact]
    public Task Silent_about_somebody_elses_attribute() => CheckAsync(
        "[Other.SuppressMessage(\"A\", \"SOP0101\")] class A;\nnamespace Other { class SuppressMessageAttribute(string a, string b) : Attribute { public string All => a + b; } }\n" + Plain);

    [Fact]
    public async Task A_pragma() => Assert.Equal(
        "#pragma silences SOP0101 where nobody sees who allowed it: put [Waive(\"SOP0101\", Because = …, By = …, Until = …)] on the SOP or step in its place",
        (await CheckAsync("#pragma warning disable {|SOP1106:SOP0101|}\n" + Plain)).Message(Rule));

    [Fact]
    public Task Each_id_of_a_pragma_wherever_it_stands() => CheckAsync("#pragma warning disable CS0168, {|SOP1106:SOP0101|}, {|SOP1106:SOP0314|}\nclass Other;\n");

    [Theory]
    [InlineData("SOP0203", "#pragma silences SOP0203, which can't be waived without the policy's leave: ")]
    [InlineData("SOP0007", "#pragma silences SOP0007, though nothing can be generated while it speaks: ")]
    [InlineData("SOP1100", "#pragma silences SOP1100, which is about exceptions themselves: ")]
    public async Task A_pragma_for_a_rule_that_cannot_be_waived(string rule, string message) =>
        Assert.StartsWith(message, (await CheckAsync($"#pragma warning disable {{|SOP1106:{rule}|}}\n" + Plain)).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public async Task A_pragma_for_everything_above_an_SOP() => Assert.Equal(
        "#pragma without ids silences every rule for SOP 'Do1': name its ids, and put [Waive] on the SOP for those of SOPs",
        (await CheckAsync("{|SOP1106:#pragma warning disable|}\n" + Plain)).Message(Rule));

    [Fact]
    public Task A_pragma_for_everything_above_an_SOP_among_others() => CheckAsync(
        "{|SOP1106:#pragma warning disable|}\n[Obsolete] class Other;\n" + Plain.Replace("[Sop(", "[Obsolete, Sop(", StringComparison.Ordinal));

    [Fact]
    public Task Silent_about_a_pragma_for_everything_without_an_SOP_behind_it() => CheckAsync(Plain + "\n#pragma warning disable\n[Obsolete] class Other;\n");

    [Theory]
    [InlineData("[SuppressMessage(\"Ownership\", {|SOP1106:\"SOP0101:SOP without an owner\"|}, Justification = \"x\")]\n")]
    [InlineData("[type: SuppressMessageAttribute(\"Ownership\", checkId: {|SOP1106:\"SOP0101\"|})]\n")]
    [InlineData("[SuppressMessage(checkId: {|SOP1106:\"SOP0101\"|}, category: \"SOP0203\")]\n")]
    [InlineData("[assembly: SuppressMessage(\"Ownership\", {|SOP1106:\"SOP0101\"|}, Scope = \"type\", Target = \"~T:Do1\")]\n")]
    [InlineData("[module: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Ownership\", {|SOP1106:\"SOP0101\"|})]\n")]
    public async Task An_attribute(string attribute) => Assert.StartsWith(
        "[SuppressMessage] silences SOP0101 where nobody sees", (await CheckAsync(Using + attribute + Plain)).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("using Quiet = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;\n", "[Quiet(\"A\", {|SOP1106:\"SOP0101\"|})]\n")]
    [InlineData("using QuietAttribute = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;\n", "[Quiet(\"A\", {|SOP1106:\"SOP0101\"|})]\n")]
    [InlineData("global using Quiet = System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute;\n", "[Quiet(\"A\", {|SOP1106:\"SOP0101\"|})]\n")]
    [InlineData("using C = System.Diagnostics.CodeAnalysis;\n", "[C.SuppressMessage(\"A\", {|SOP1106:\"SOP0101\"|})]\n")]
    [InlineData("", "[assembly: global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", {|SOP1106:\"SOP0101\"|}, Scope = \"namespaceanddescendants\", Target = \"~N:Team\")]\n")]
    public Task An_attribute_under_any_name(string usings, string attribute) => CheckAsync(usings + attribute + Plain);

    [Theory]
    [InlineData("Quiet")]
    [InlineData("QuietAttribute")]
    public Task An_alias_of_another_file(string alias) => CheckAsync(SopProject.Of("[Quiet(\"A\", {|SOP1106:\"SOP0101\"|})]\n" + Plain)
        .With("Names.cs", $"global using {alias} = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;"));

    // The compiler reads all of these as the same name.
    [Theory]
    [InlineData("@SuppressMessageAttribute")]
    [InlineData("Suppress\\u004dessage")]
    [InlineData("Suppress\\U0000004DessageAttribute")]
    [InlineData("Suppress\u200dMessage")]
    public Task An_attribute_whose_name_is_written_otherwise(string name) => CheckAsync(Using + $"[{name}(\"A\", {{|SOP1106:\"SOP0101\"|}})]\n" + Plain);

    [Theory]
    [InlineData("public static int Other([SuppressMessage(\"A\", {|SOP1106:\"SOP0101\"|})] int a) => a;")]
    [InlineData("public static int Other() { [SuppressMessage(\"A\", {|SOP1106:\"SOP0101\"|})] static int In() => 1; return In(); }")]
    [InlineData("public static readonly Func<int> Other = [SuppressMessage(\"A\", {|SOP1106:\"SOP0101\"|})] () => 1;")]
    public Task An_attribute_anywhere_in_a_file(string member) => CheckAsync(Using + Plain + $"\npublic static class Others {{ {member} }}");

    [Fact]
    public Task Silent_about_an_alias_of_something_else() => CheckAsync("using Quiet = Quieten;\n[Quiet(\"A\", \"SOP0101\")]\n" + Plain + "\nclass Quieten(string a, string b) : Attribute { public string All => a + b; }");

    [Fact]
    public async Task An_attribute_does_not_silence_it()
    {
        var run = await PlainRun.OfAsync(Using + "[assembly: SuppressMessage(\"A\", \"SOP1106\")]\n[assembly: SuppressMessage(\"A\", \"SOP0101\")]\n" + Plain);
        Assert.Equal(2, run.Findings.Count(finding => finding.Id == Rule && !finding.IsSuppressed));
    }

    [Theory]
    [InlineData("{|SOP1106:#pragma warning disable|}\n[assembly: Grant<Do1, Helpdesk>(Impact.Customers)]", "[assembly: Grant]")]
    [InlineData("{|SOP1106:#pragma warning disable|}\n[assembly: UsePolicy<House>]\n#pragma warning restore\npublic sealed class House : Policy;", "[assembly: UsePolicy]")]
    [InlineData("using G = SopAsCode.GrantAttribute<Do1, Desk.Helpdesk>;\n{|SOP1106:#pragma warning disable|}\n[assembly: G(Impact.Customers)]", "[assembly: Grant]")]
    [InlineData("{|SOP1106:#pragma warning disable|}\npublic sealed class House : Policy;", "'House'")]
    [InlineData("public sealed class Lead2\n{|SOP1106:#pragma warning disable|}\n: Role;", "'Lead2'")]
    [InlineData("{|SOP1106:#pragma warning disable|}\n[Data(DataClass.Secret)] public sealed record Pin;", "'Pin'")]
    [InlineData("{|SOP1106:#pragma warning disable|}\npublic sealed record Card([property: Data(DataClass.Secret)] string Number);", "'Card'")]
    [InlineData("{|SOP1106:#pragma warning disable|}\nnamespace N { partial class Other { [HumanStep<Support>(\"Do\")] public Task Do() => Task.CompletedTask; } }", "'Other'")]
    public async Task A_pragma_for_everything_in_any_file(string file, string words) => Assert.StartsWith(
        $"#pragma without ids silences every rule for {words}: ", (await CheckAsync(SopProject.Of(Plain).With("Other.cs", file))).Message(Rule), StringComparison.Ordinal);

    [Fact]
    public Task A_pragma_for_everything_over_another_part_of_an_SOP() => CheckAsync(SopProject.Of(Plain).With("Other.cs", "{|SOP1106:#pragma warning disable|}\npartial class Do1 { private static int Count() => 1; }"));

    // What the generator of GeneratedRegex writes; its author can't change it, and nobody else can give the method a second body.
    [Theory]
    [InlineData("#pragma warning disable", "private static partial Regex Digits() => null!;")]
    [InlineData("{|SOP1106:#pragma warning disable|}", "private static partial Regex Digits() => null!; private static int Count() => 1;")]
    [InlineData("{|SOP1106:#pragma warning disable|}", "private static partial int Plain() => 1;")]
    public Task A_part_that_belongs_to_a_generator_of_the_platform_is_not_the_author_s(string pragma, string members) => AnalyzerRun.CheckAsync(
        SopProject.Of($"using System.Text.RegularExpressions;\n{Plain}\npartial class Do1 {{ [GeneratedRegex(\"[0-9]\")] private static partial Regex Digits(); private static partial int Plain(); }}")
            .With("Regex.g.cs", $"{pragma}\nusing System.Text.RegularExpressions;\npartial class Do1\n{{\n    {members}\n}}").ThatDoesNotCompile(),
        [Rule]);

    [Fact]
    public Task A_pragma_for_everything_inside_an_SOP() => CheckAsync(SopProject.Of(Plain).With("Other.cs", "partial class Do1\n{\n{|SOP1106:#pragma warning disable|}\n    private static int Count() => 1;\n#pragma warning restore\n}"));

    [Theory]
    [InlineData("#pragma warning disable CS0168, IDE0051\n[assembly: Grant<Do1, Helpdesk>(Impact.Customers)]")]
    [InlineData("#pragma warning disable\n#pragma warning restore\n[assembly: Grant<Do1, Helpdesk>(Impact.Customers)]")]
    [InlineData("#nullable disable\n[assembly: Grant<Do1, Helpdesk>(Impact.Customers)]")]
    [InlineData("#pragma warning disable\n[assembly: System.Reflection.AssemblyTitle(\"A\")]\nnamespace N { public sealed record Row(int Id); }")]
    [InlineData("#pragma warning disable\nnamespace N { public class Role; public class Boss : Role; [Data] public class Row; public class DataAttribute : System.Attribute; }")]
    public Task Silent_about_a_pragma_over_nothing_of_ours(string file) => CheckAsync(SopProject.Of(Plain).With("Other.cs", file));

    [Fact]
    public Task A_severity_in_the_file_of_the_grants() => CheckAsync(SopProject.Of(Plain.Replace("Do1", "{|SOP1106:Do1|}", StringComparison.Ordinal))
        .With("Grants.cs", "[assembly: Grant<Do1, Helpdesk>(Impact.Customers)]").WithEditorConfig("[Grants.cs]\ndotnet_diagnostic.SOP0306.severity = none"));

    [Fact]
    public Task A_pragma_does_not_silence_it() => CheckAsync("#pragma warning disable {|SOP1106:SOP1106|}, {|SOP1106:SOP0101|}\n" + Plain);

    [Fact]
    public async Task Shows_in_the_open_file()
    {
        var source = Using + "[assembly: SuppressMessage(\"A\", \"SOP0101\")]\n#pragma warning disable SOP0314\n" + Plain;
        var run = await PlainRun.OfAsync(source);
        var file = run.Output.SyntaxTrees.Single(tree => tree.ToString() == source);
        var analysis = run.Output.WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions([]));
        Assert.Equal(2, (await analysis.GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(file), null, CancellationToken.None)).Count(finding => finding.Id == Rule));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("starter", DiagnosticSeverity.Info)]
    [InlineData("recommended", DiagnosticSeverity.Warning)]
    [InlineData("strict", DiagnosticSeverity.Error)]
    public async Task The_profile_says_how_bad_it_is(string profile, DiagnosticSeverity? severity)
    {
        var id = severity is null ? "SOP0101" : "{|SOP1106:SOP0101|}";
        var run = await CheckAsync(SopProject.Of($"#pragma warning disable {id}\n" + Plain).WithProperty("SopProfile", profile).WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP1106.severity = none"));
        Assert.Equal(severity, run.Findings.SingleOrDefault()?.Severity);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.SOP0203.severity = none")]
    [InlineData("dotnet_diagnostic.SOP0203.severity = silent")]
    [InlineData("dotnet_diagnostic.SOP0203.severity = suggestion")]
    public async Task A_severity_for_a_rule_that_may_not_be_waived(string line)
    {
        const string message = "The build switches off SOP0203 (by a severity) for SOP 'Do1', where nobody sees who allowed it: "
            + "take that out, and put [Waive] where an exception is needed";
        Assert.Equal(message, (await CheckAsync(Marked().WithEditorConfig("[*.cs]\n" + line))).Message(Rule));
        Assert.Equal(message, (await CheckAsync(Marked().WithProperty("SopProfile", "recommended").WithGlobalConfig("is_global = true\n" + line))).Message(Rule));
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Permissions.severity = none", "SOP0201, SOP0203 and SOP0213 (by a severity) for")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.SOP0301.severity = error\ndotnet_diagnostic.SOP0306.severity = error", "SOP0201, SOP0203, SOP0213, SOP0311, SOP0603 and SOP0907 (by a severity) for")]
    public async Task A_severity_for_all_rules(string lines, string rules) =>
        Assert.Contains(rules, (await CheckAsync(Marked().WithEditorConfig("[*.cs]\n" + lines))).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet_diagnostic.SOP0101.severity = none")]
    [InlineData("dotnet_diagnostic.SOP0203.severity = warning")]
    [InlineData("dotnet_analyzer_diagnostic.category-Ownership.severity = none")]
    public Task Silent_about_a_severity_that_is_the_teams_to_choose(string line) => CheckAsync(SopProject.Of(Plain).WithEditorConfig("[*.cs]\n" + line));

    [Fact]
    public Task Silent_about_a_severity_for_what_the_policy_allows_to_waive() => CheckAsync(
        SopProject.Of(Plain + "\n[AllowWaiver(\"SOP0203\")] public sealed class House : Policy;").WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0203.severity = none"));

    [Theory]
    [InlineData("none", "")]
    [InlineData("none", "none")]
    [InlineData("starter", "")]
    [InlineData("starter", "starter")]
    public async Task Silent_about_a_profile(string name, string stated)
    {
        var config = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", name + ".globalconfig"));
        await CheckAsync(SopProject.Of(Plain).WithGlobalConfig(config).WithProperty("SopProfile", stated));
    }

    [Fact]
    public Task A_line_that_sets_a_severity_anew_counts_more_than_a_global_one() => CheckAsync(SopProject.Of(Plain)
        .WithProperty("SopProfile", "recommended")
        .WithGlobalConfig("is_global = true\ndotnet_diagnostic.SOP0203.severity = none")
        .WithEditorConfig("[*.cs]\ndotnet_diagnostic.SOP0203.severity = warning"));

    [Fact]
    public async Task NoWarn_of_any_rule()
    {
        var finding = Assert.Single(await UnderNoWarnAsync(Plain), finding => finding.Id == Rule);
        Assert.StartsWith(
            "The build switches off SOP0101 and SOP0203 (by NoWarn) for SOP 'Do1'", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_about_settings_for_an_idea() => Assert.DoesNotContain(await UnderNoWarnAsync(At("Idea")), finding => finding.Id == Rule);

    [Fact]
    public async Task NoWarn_of_a_retired_SOP_that_still_has_a_machine() => Assert.Single(await UnderNoWarnAsync(At("Retired")), finding => finding.Id == Rule);

    [Theory]
    [InlineData("[SuppressMessage(\"A\", \"SOP0101:Owner\", Justification = \"Decided in January\")]\n", "[Waive(\"SOP0101\", Because = \"Decided in January\", By = null, Until = null)]\n")]
    public async Task The_fix_writes_a_waiver_in_place_of_an_attribute(string before, string after)
    {
        var source = Using + before + Plain;
        var fixedUp = await FixRun.ApplyAsync(source, Rule, "Waive SOP0101 instead, to be allowed by somebody", mayBring: ["SOP0101", "SOP1101"]);
        Assert.Equal(source.Replace(before, after, StringComparison.Ordinal), fixedUp["Sop.cs"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", Justification = \"<Pending>\"")]
    [InlineData(", Justification = \"TODO\"")]
    public Task No_fix_without_a_reason(string reason) => FixRun.AssertNoneOfferedAsync(
        SopProject.Of(Using + $"[SuppressMessage(\"A\", \"SOP0101\"{reason})]\n" + Plain.Replace("Backup<", "Owner<", StringComparison.Ordinal)).WithProperty("SopAsOf", "2026-11-20"), Rule);

    [Fact]
    public async Task The_fix_writes_a_waiver_in_place_of_a_pragma_around_a_step()
    {
        const string pragma = "#pragma warning disable SOP0314 // The form holds no \"claims\"\n";
        const string end = "\n#pragma warning restore SOP0314\n";
        var plain = Waivers.Replacing("", "");
        var start = plain.IndexOf("    [AutomatedStep(\"Send", StringComparison.Ordinal);
        var before = plain.Insert(plain.IndexOf("Task.CompletedTask;", start, StringComparison.Ordinal) + "Task.CompletedTask;".Length, end).Insert(start, pragma);
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(before).WithProperty("SopAsOf", "2026-11-20"), Rule, mayBring: ["SOP0314", "SOP1101"]);
        Assert.Equal(
            plain.Replace(
                "    [AutomatedStep(\"Send the reply\"), Writes<Helpdesk>(Impact.Customers)]",
                "    [AutomatedStep(\"Send the reply\"), Writes<Helpdesk>(Impact.Customers)] [Waive(\"SOP0314\", Because = \"The form holds no \\\"claims\\\"\", By = null, Until = null)]",
                StringComparison.Ordinal)
                .Replace("public Task Send(Reply reply) => Task.CompletedTask;", "public Task Send(Reply reply) => Task.CompletedTask;\n", StringComparison.Ordinal),
            fixedUp["Sop.cs"]);
        Assert.DoesNotContain(Rule, fixedUp.Left);
    }

    [Fact]
    public async Task The_fix_writes_a_waiver_on_the_SOP_in_place_of_a_pragma_above_it()
    {
        var plain = Waivers.Replacing("", "");
        var before = plain.Replace("[Sop(", "#pragma warning disable CS0168, SOP0314 // Why\n[Sop(", StringComparison.Ordinal);
        var fixedUp = await FixRun.ApplyAsync(SopProject.Of(before).WithProperty("SopAsOf", "2026-11-20"), Rule, mayBring: ["SOP0314", "SOP1101"]);
        Assert.Equal(
            plain.Replace("[Sop(", "#pragma warning disable CS0168 // Why\n[Sop(", StringComparison.Ordinal)
                .Replace("[Owner<Support>]", "[Owner<Support>]\n[Waive(\"SOP0314\", Because = \"Why\", By = null, Until = null)]", StringComparison.Ordinal),
            fixedUp["Sop.cs"]);
    }

    [Fact]
    public Task No_fix_where_several_SOPs_are_silenced() => FixRun.AssertNoneOfferedAsync(
        SopProject.Of("#pragma warning disable SOP0101 // Why\n" + Waivers.Sop("Owner<Support>") + "\n" + Waivers.Sop("Owner<Support>", "Do2")).WithProperty("SopAsOf", "2026-11-20"), Rule);

    [Theory]
    [InlineData("SOP0203")]
    [InlineData("SOP0007")]
    public Task No_fix_where_no_waiver_is_allowed(string rule) => FixRun.AssertNoneOfferedAsync(
        SopProject.Of($"#pragma warning disable {rule} // Why\n" + Waivers.Sop("Owner<Support>")).WithProperty("SopAsOf", "2026-11-20"), Rule);

    [Fact]
    public Task Only_a_person_waives() => FixRun.AssertOnlyByHandAsync("#pragma warning disable SOP0101 // Why\n" + Waivers.Sop("Owner<Support>"), Rule);

    private static string At(string stage) => Plain.Replace("(\"Do it\")", $"(\"Do it\", Stage = Stage.{stage})", StringComparison.Ordinal);

    private static SopProject Marked() => SopProject.Of(Plain.Replace("Do1", "{|SOP1106:Do1|}", StringComparison.Ordinal));

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);

    [Fact]
    public async Task A_build_without_warnings()
    {
        var compilation = SopCompilation.Of(SopProject.Of(Plain)).Compilation;
        var found = await compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)).WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        Assert.StartsWith(
            "The build switches off every warning (by WarningLevel or a rule set) for SOP 'Do1'",
            Assert.Single(found, finding => finding.Id == Rule).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<Diagnostic>> UnderNoWarnAsync(string source)
    {
        var compilation = SopCompilation.Of(SopProject.Of(source)).Compilation;
        var off = new[] { "SOP0101", "SOP0203", "CS0168", "SOP1106" }.Select(id => new KeyValuePair<string, ReportDiagnostic>(id, ReportDiagnostic.Suppress));
        return await compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(off)).WithAnalyzers([new SopAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
    }
}
