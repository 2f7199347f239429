using SopAsCode.Runtime;
using SopAsCode.Testing.Tests.Harness;
using TinyTeam;
using TinyTeam.Content;
using TinyTeam.House;
using TinyTeam.Support;
using Article = TinyTeam.Content.Article;

namespace SopAsCode.Testing.Tests.Scenarios;

/// <summary>What a scenario can be given besides the SOPs.</summary>
public class WhatAScenarioIsGiven
{
    [Fact]
    public async Task Without_AI_a_person_gives_the_answers()
    {
        await using var scenario = Scenario.Of<TinyTeamSops>().Given<IHelpdesk>(new FakeHelpdesk()).WithoutAI();
        var ticket = await scenario.Start<SupportTriage>(new Ticket(1, "Hello", "I forgot my password.", HighValue: false));
        await ticket.The<CustomerSuccessLead>().Completes(new Triage("password", 1, "Reset"));
        ticket.EndedIn(End.Completed);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Samples_are_taken_of_all_outputs_or_of_none(bool withSpotChecks)
    {
        await using var scenario = Scenario.Of<TinyTeamSops>().Given<IHelpdesk>(new FakeHelpdesk());
        if (withSpotChecks)
        {
            scenario.WithSpotChecks();
        }

        scenario.AI<TicketClassifier>().WillAnswer(new Triage("password", 1, "Reset"));
        var ticket = await scenario.Start<SupportTriage>(new Ticket(1, "Hello", "I forgot my password.", HighValue: false));
        Assert.Equal(withSpotChecks ? 1 : 0, ticket.Waiting.Count);
        if (withSpotChecks)
        {
            await ticket.The<CustomerSuccessLead>().Judges(right: true);
            Assert.True(Assert.Single(ticket.Events<SpotChecked>()).Right);
        }
    }

    [Fact]
    public async Task Whoever_made_it_leaves_the_checkpoint_to_another_holder_of_the_role()
    {
        FakeWebsite website = new();
        await using var scenario = Scenario.Of<TinyTeamSops>().Given<IWebsite>(website).WithHolder<ContentLead>("zoe@example.com").WithHolder<Founder>("zoe@example.com");
        scenario.AI<ResearchAssistant>().WillAnswer(new Evidence([new("Late parcels cost trust", "They do", "https://example.com", 2025)], []));
        scenario.AI<ContentWriter>().WillAnswer(new Brief("They cost trust."), new Outline(["parcels"], ["Why they are late"]), new Draft("They are late.", []), new Promotion("Late parcels", ["A", "B"], "C"));
        var article = await scenario.Start<ContentProduction>(new Topic("Late parcels", "Shops", "What do they cost?", new DateOnly(2026, 12, 1)));
        await scenario.The<ContentLead>().Approves();
        await scenario.The<ContentLead>().Approves();
        await article.The<ContentLead>().Approves();
        await article.The<ContentLead>().Completes(new Article("Late parcels", "They cost trust.", []));
        Assert.Equal(RefusalKind.OwnWork, (await scenario.Refuses(() => article.Person("zoe@example.com").Approves())).Kind);

        await article.The<Founder>().Approves((new Article("Late parcels", "They cost you trust.", []), article.Value<Promotion>()));
        Assert.Equal("ana@example.com", article.Record.Last(recorded => recorded.Event == nameof(Approved)).By.Name);
        Assert.Equal(["They cost you trust."], website.Published);
        await article.Outside("planner").Completes();
        article.EndedIn(End.Completed);
    }

    private sealed class FakeWebsite : IWebsite
    {
        public List<string> Published { get; } = [];

        public Task<string> FreeAddressAsync(string title, CancellationToken cancel) => Task.FromResult("/late-parcels");

        public Task PublishAsync(Article article, string metaDescription, string address, DateOnly on, string idempotencyKey, CancellationToken cancel)
        {
            Published.Add(article.Text);
            return Task.CompletedTask;
        }
    }
}
