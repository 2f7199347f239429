using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class ToolNameTests
{
    private const string Rule = "SOP1002";
    private const string Flows = "[Link(\"Board\", \"https://team.flows.io/board\")] public sealed class Flows : Tool;";

    [Fact]
    public async Task Named_after_a_product() => Assert.Equal(
        "Title 'Flows clean-up' of SOP 'Do1' names 'Flows', so it is wrong on the day you change the tool: name it after the work",
        (await CheckAsync(Sop("Flows clean-up", Flows, "Flows"))).Message(Rule));

    [Theory]
    [InlineData("ActiveCampaign, Airtable, BambooHR, Calendly, ChatGPT, ClickUp, DocuSign, Freshdesk, GitHub, GitLab, Google Docs, Google Drive, Google Sheets, HubSpot, Jira, Klaviyo, Mailchimp")]
    [InlineData("Microsoft Teams, OpenAI, Pipedrive, Power Automate, Power BI, QuickBooks, Salesforce, SharePoint, Shopify, Squarespace, Trello, Webflow, WooCommerce, WordPress, Xero, Zapier, Zendesk, Zoho")]
    public async Task Named_after_one_of_the_well_known_products(string all)
    {
        var names = all.Split(", ");
        var run = await CheckAsync(string.Join("\n", names.Select((name, number) => Text($"{{|SOP1002:\"{name} replies\"|}}", "", "Helpdesk").Replace("Do1", $"Do{number}", StringComparison.Ordinal))));
        Assert.Equal(
            names.Select((name, number) => $"Title '{name} replies' of SOP 'Do{number}' names '{name}'").Order(StringComparer.Ordinal),
            run.Findings.Select(finding => finding.Message.Split(", so it")[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Zendesk replies", "Zendesk")]
    [InlineData("Replies in Zendesk", "Zendesk")]
    [InlineData("Orders (Google Sheets)", "Google Sheets")]
    [InlineData("HubSpot's contacts", "HubSpot")]
    public async Task Named_after_a_well_known_product(string title, string name) =>
        Assert.Contains($"names '{name}'", (await CheckAsync(Sop(title, "", "Helpdesk"))).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Link(\"Board\", \"https://www.flows.co.uk\")] public sealed class Flows : Tool;", "Flows", "Flows clean-up")]
    [InlineData("[Title(\"FlowDesk\")] public sealed class Desk1 : Tool;", "Desk1", "FlowDesk clean-up")]
    public Task Its_address_or_its_spelling_shows_a_product(string tool, string name, string title) => CheckAsync(Sop(title, tool, name));

    [Theory]
    [InlineData("CRM clean-up", "[Title(\"CRM\"), Link(\"Leads\", \"https://crm.example.com\")] public sealed class Crm : Tool;", "Crm")]
    [InlineData("Helpdesk clean-up", "", "Helpdesk")]
    [InlineData("Overflows and flows", Flows, "Flows")]
    [InlineData("Flowsheet", Flows, "Flows")]
    [InlineData("Zendesks", "", "Helpdesk")]
    [InlineData("Train the salesforce", "", "Helpdesk")]
    [InlineData("Knowledge base clean-up", "", "KnowledgeBase")]
    [InlineData("Monday report", "[Link(\"Board\", \"https://team.monday.com\")] public sealed class Monday : Tool;", "Monday")]
    [InlineData("Flows clean-up", "[Link(\"Board\", \"not an address\"), Link(\"Host\", \"https://localhost\"), Link(\"Number\", \"https://127.0.0.1\")] public sealed class Flows : Tool;", "Flows")]
    public Task Silent_about_words_for_things(string title, string tool, string name) => CheckAsync(Text($"\"{title}\"", tool, name));

    [Fact]
    public Task Silent_about_a_tool_of_another_SOP() => CheckAsync(Text("\"Flows clean-up\"", Flows, "Helpdesk"));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) =>
        CheckAsync(Text($"\"Zendesk replies\", Stage = Stage.{stage}", "", "Helpdesk"));

    [Fact]
    public Task Silent_while_an_attribute_is_unfinished() => CheckAsync(SopProject.Of("[Own] " + Text("\"Zendesk replies\"", "", "Helpdesk")).ThatDoesNotCompile());

    private static SopProject Sop(string title, string tool, string name) => Text($"{{|SOP1002:\"{title}\"|}}", tool, name);

    private static string Text(string title, string tool, string name) =>
        $$"""[Sop({{title}})] public partial class Do1 : Sop { [HumanStep<Support>("Do it"), Reads<{{name}}>] public partial Task DoIt(); } {{tool}}""";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
