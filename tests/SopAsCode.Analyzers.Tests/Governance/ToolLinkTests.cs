using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ToolLinkTests
{
    private const string Rule = "SOP0905";

    [Fact]
    public async Task A_tool_without_a_link() => Assert.Equal(
        "Tool 'Calendar' has no link, so who reads a page can't get to it: add [Link(\"…\", \"https://…\")]",
        (await CheckAsync("public sealed class {|SOP0905:Calendar|} : Tool;")).Message(Rule));

    [Theory]
    [InlineData("")]
    [InlineData("TODO")]
    public async Task A_link_that_leads_nowhere(string url) => Assert.Equal(
        "The link of tool 'Calendar' leads nowhere: write the address of its login, folder or template",
        (await CheckAsync($"[Link(\"Days\", {{|SOP0905:\"{url}\"|}})] public sealed class Calendar : Tool;")).Message(Rule));

    [Theory]
    [InlineData("[Link(\"Days\", \"https://calendar.example.com\")] public sealed class Calendar : Tool;")]
    [InlineData("[Link(\"Days\", \"\"), Link(\"Weeks\", \"https://calendar.example.com\")] public sealed class Calendar : Tool;")]
    [InlineData("public abstract class Calendar : Tool;")]
    [InlineData("public sealed class Calendar : Role;")]
    [InlineData("public sealed class Calendar : Kit.Tool; namespace Kit { public abstract class Tool; }")]
    public Task Silent_about_a_link_and_about_what_is_no_tool(string source) => CheckAsync(source);

    [Fact]
    public Task The_link_of_a_base_is_not_its_own() =>
        CheckAsync("[Link(\"Days\", \"https://calendar.example.com\")] public abstract class Days : Tool; public sealed class {|SOP0905:Calendar|} : Days;");

    [Fact]
    public Task A_link_of_another_origin_is_none() => CheckAsync(
        "[Web.Link(\"https://calendar.example.com\")] public sealed class {|SOP0905:Calendar|} : Tool; namespace Web { public sealed class LinkAttribute(string url) : Attribute { public string Url => url; } }");

    [Theory]
    [InlineData("[Link]")]
    [InlineData("[Link(\"Days\")]")]
    [InlineData("[Link(\"Days\", Url)]")]
    [InlineData("[Li]")]
    public Task Silent_while_an_attribute_is_unfinished(string attribute) => CheckAsync(SopProject.Of($"{attribute} public sealed class Calendar : Tool;").ThatDoesNotCompile());

    [Fact]
    public Task Silent_about_tools_of_other_assemblies()
    {
        var house = SopProject.Bare.With("House.cs", "namespace House; public sealed class Calendar : Tool;") with { Name = "House" };
        return CheckAsync(SopProject.Of("public sealed class Plan(House.Calendar calendar) { public House.Calendar Calendar => calendar; }").WithReference(house));
    }

    [Theory]
    [InlineData("public sealed class WorkCalendar : Tool;", "[Link(\"Work calendar\", \"TODO\")]\npublic sealed class WorkCalendar : Tool;")]
    [InlineData("[Title(\"Plan\")]\n[Touches(Impact.None)]\npublic sealed class Days : Tool;", "[Title(\"Plan\")]\n[Link(\"Plan\", \"TODO\")]\n[Touches(Impact.None)]\npublic sealed class Days : Tool;")]
    [InlineData("[Title(\"Plan\")] public sealed class Days : Tool;", "[Title(\"Plan\")] [Link(\"Plan\", \"TODO\")] public sealed class Days : Tool;")]
    [InlineData("/// <summary>Days.</summary>\npublic sealed class Days : Tool;", "/// <summary>Days.</summary>\n[Link(\"Days\", \"TODO\")]\npublic sealed class Days : Tool;")]
    public async Task Adds_a_link_to_fill_in(string before, string after) => Assert.Equal(after, (await FixRun.ApplyAsync(before, Rule, stays: true))["Sop.cs"]);

    [Fact]
    public Task Offers_nothing_where_one_is_to_be_filled_in() => FixRun.AssertNoneOfferedAsync("[Link(\"Plan\", \"\")] public sealed class Days : Tool;", Rule);

    [Fact]
    public async Task Fixes_all() => Assert.Equal(
        "[Link(\"Days\", \"TODO\")]\npublic sealed class Days : Tool;\n[Link(\"Weeks\", \"TODO\")]\npublic sealed class Weeks : Tool;",
        (await FixRun.ApplyAllAsync("public sealed class Days : Tool;\npublic sealed class Weeks : Tool;", Rule, stays: true))["Sop.cs"]);

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
