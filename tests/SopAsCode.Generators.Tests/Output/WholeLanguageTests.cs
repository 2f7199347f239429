using SopAsCode.Definitions;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>Everything the language can say arrives in page, definition, machine and catalogue.</summary>
public sealed class WholeLanguageTests : IDisposable
{
    private static readonly GeneratorRun Run = GeneratorRun.Of(WholeLanguage.Project);
    private readonly EmittedAssembly _assembly = EmittedAssembly.Of(Run.Output);

    public void Dispose() => _assembly.Dispose();

    [Fact]
    public Task Its_generated_code_is_clean() => GeneratedCode.AssertCleanAsync(Run);

    [Fact]
    public void Its_files_are_read_and_approved() => Snapshot.Match(Run);

    [Fact]
    public void It_comes_out_the_same_for_any_order_of_files_and_any_culture() => Determinism.AssertSame(WholeLanguage.Project);

    [Fact]
    public void Its_analyzers_find_nothing_of_shape() => Assert.Equal(7, _assembly.Get<SopCatalogue>("Shop.ShopSops", "Instance").Entries.Count);

    [Fact]
    public void The_page_of_an_idea_has_its_assessment_and_no_flow()
    {
        var page = _assembly.Get<string>("Team.SortReceipts", "Markdown");
        Assert.Contains("| How much is one run like another? | 5 of 5 |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## Flow", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_answers_who_where_and_with_what()
    {
        var catalogue = _assembly.Get<SopCatalogue>("Shop.ShopSops", "Instance");
        Assert.Equal(["ask-auditor", "chargebacks", "fax-orders", "refund", "tell-customer", "weekly-summary"], catalogue.Sops.Select(sop => sop.Id));
        Assert.Equal(["sort-receipts"], catalogue.Ideas.Select(sop => sop.Id));
        Assert.Equal(["refund → tell-customer", "refund → ask-auditor", "refund → chargebacks"], catalogue.Handoffs.Select(handoff => $"{handoff.From.Id} → {handoff.Handoff.To.Id}"));
        Assert.Equal(["Bank", "Helpdesk"], catalogue.Tools.Select(tool => tool.Tool.Title));
        Assert.Equal(["Pay", "PayByHand"], catalogue.UsesOf("Team.Bank").Select(use => use.Step.Name));
        Assert.Equal(["Assess", "SortOutside"], catalogue.StepsOf("Team.Assessor").Select(entry => entry.Step.Name));
        Assert.Equal([("refund", Impact.Money)], catalogue.Grants.Select(entry => (entry.Sop.Id, entry.Grant.Impact)));
        Assert.Equal(["SOP0305"], catalogue.Waivers.Select(entry => entry.Waiver.Rule));
        Assert.Equal([("refund", new DateOnly(2026, 11, 9))], catalogue.Reviews.Select(review => (review.Sop.Id, review.Due!.Value)));

        var founder = catalogue.Roles.Single(role => role.Role.Title == "Founder");
        Assert.Equal(["ana@example.com"], founder.Holders);
        Assert.Equal(["weekly-summary"], founder.Owns.Select(sop => sop.Id));
        Assert.Equal(["refund"], founder.Backs.Select(sop => sop.Id));
        Assert.Equal(["Decide"], founder.Approves.Select(entry => entry.Step.Name));
        Assert.Equal(["Look"], founder.Does.Select(entry => entry.Step.Name));
    }

    [Fact]
    public void The_policy_is_there_as_data()
    {
        var policy = _assembly.Get<SopCatalogue>("Shop.ShopSops", "Instance").Policy!;
        Assert.Equal((60, 28, "[A-Z].*", 12, 90), (policy.MaxApprovalShare, policy.MinimumTrial, policy.TitlePattern, policy.MaxSteps, policy.WaiverLimit));
        Assert.Equal([DataClass.Confidential, DataClass.Personal], policy.Agents.Select(allowed => allowed.UpTo));
        Assert.Equal([Access.Write, Access.Read], policy.Tools.Select(allowed => allowed.UpTo));
        Assert.Equal(new LevelCap { Impact = Impact.Money, Level = Level.PrepareForApproval }, policy.Caps.Single());
        Assert.Equal([Measure.ErrorRate], policy.Metrics);
        Assert.Equal(Cadence.Quarterly, policy.Review);
        Assert.Equal(Impact.Money, policy.Approvers.Single().Impact);
        Assert.Equal(["SOP0305"], policy.AllowedWaivers);
        Assert.Equal(new OfficeHoursDefinition { Hours = "MON-FRI 09:00-17:00", Zone = "Europe/Berlin" }, policy.OfficeHours);
        Assert.True(policy.IsOnePersonTeam);
        Assert.Equal(DisclosureMode.NotNeeded, policy.Disclosure!.Mode);
    }
}
