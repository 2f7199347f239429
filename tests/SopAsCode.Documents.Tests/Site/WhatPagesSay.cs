using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Site;
using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Site;

public sealed class WhatPagesSay
{
    private static readonly IReadOnlyDictionary<string, string> Site = Examples.Site(Examples.TinyTeam);

    [Fact]
    public void A_review_is_overdue_after_its_day()
    {
        var due = Examples.Sop("support-triage").Review!.Next!.Value;

        Assert.DoesNotContain("overdue</strong>", On(due)["sops/support-triage.html"], StringComparison.Ordinal);
        Assert.Contains("<strong class=\"late\">overdue</strong>", On(due.AddDays(1))["sops/support-triage.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_grant_that_ended_says_so()
    {
        var until = Examples.TinyTeam.Sops.SelectMany(sop => sop.Grants.Select(grant => grant.Until).Concat(sop.Remarks.Waivers.Select(waiver => waiver.Until)).Concat(sop.Steps.SelectMany(step => step.Remarks.Waivers).Select(waiver => waiver.Until))).Min()!.Value;

        Assert.DoesNotContain("ended</strong>", On(until)["grants.html"], StringComparison.Ordinal);
        Assert.Contains("ended</strong>", On(until.AddDays(1))["grants.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_role_says_what_it_owns_approves_and_does()
    {
        var page = HtmlParts.Text(Site["roles/customer-success-lead.html"]);

        Assert.Contains("I own", page, StringComparison.Ordinal);
        Assert.Contains("I approve", page, StringComparison.Ordinal);
        Assert.Contains("4. Review the reply before it is sent", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_beside_a_step_does_not_make_the_step_its_doers()
    {
        var incident = Examples.Sop("major-incident");
        var step = incident.Steps.Single(step => step.Meanwhile.Count > 0);
        var task = step.Meanwhile[0];
        var part = HtmlParts.Rows(Site["sops/major-incident.html"], "Your part").Single(row => row[0] == task.Role.Title);
        var role = Site["roles/scribe.html"];

        Assert.StartsWith($"{task.Title} (beside", part[2], StringComparison.Ordinal);
        Assert.DoesNotContain(HtmlParts.Rows(role, "I do"), row => row[1].Contains(step.Title, StringComparison.Ordinal));
        Assert.Contains(HtmlParts.Rows(role, "I do beside another's step"), row => row[1].StartsWith(task.Title, StringComparison.Ordinal) && row[2].EndsWith(step.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_says_what_lies_behind_the_manual_path()
    {
        var page = HtmlParts.Text(Site["sops/support-triage.html"]);

        Assert.Contains("Whoever does by hand what was not done yet gives what the step makes", page, StringComparison.Ordinal);
        Assert.Contains("Sent back, a run does not repeat step", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_tool_says_who_writes_and_who_allowed_it()
    {
        var page = HtmlParts.Text(Site["tools/helpdesk.html"]);

        Assert.Contains("Who writes", page, StringComparison.Ordinal);
        Assert.Contains("5. Send the approved reply", page, StringComparison.Ordinal);
        Assert.Contains("Replies leave only after review, macros only inside their limit", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_AI_inventory_names_models_prompts_by_hash_and_data()
    {
        var page = HtmlParts.Text(Site["ai.html"]);

        Assert.Contains("gpt-5-mini-2026-08-07", page, StringComparison.Ordinal);
        Assert.Contains(Words.SopWords.Hash(Examples.Sop("support-triage").Steps[0].Prompt!), page, StringComparison.Ordinal);
        Assert.Contains("Subject, Body", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_five_questions_are_answered_for_every_SOP()
    {
        var page = HtmlParts.Text(Site["questions.html"]);

        Assert.All(Examples.TinyTeam.Sops.Where(sop => sop.Stage != Stage.Idea), sop => Assert.Contains(sop.Title, page, StringComparison.Ordinal));
        Assert.Contains("Where is AI used?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ideas_are_ranked()
    {
        var page = HtmlParts.Text(Site["ideas.html"]);
        var ideas = TinyTeam.TinyTeamSops.Instance.Ideas.Select(idea => page.IndexOf(idea.Title, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, ideas);
        Assert.Equal(ideas.Order(), ideas);
    }

    [Fact]
    public void A_value_stream_has_the_map_of_its_hand_offs()
    {
        var maps = Examples.TinyTeam.Sops.SelectMany(sop => sop.Steps).Select(step => step.Handoff).OfType<HandoffDefinition>().ToList();

        Assert.NotEmpty(maps);
        Assert.All(maps, handoff => Assert.Contains($"data-id=\"{handoff.To.Id}\"", Site["streams.html"], StringComparison.Ordinal));
    }

    [Fact]
    public void Prompts_are_folded()
    {
        Assert.Contains("<details class=\"prompt\"><summary>Prompt", Site["sops/support-triage.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<details open", string.Concat(Site.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_suggested_with_everything_a_maintainer_needs()
    {
        var site = Examples.Site(Examples.TinyTeam, options => options with { ChangeAddress = "https://example.com/issues/new?title={title}&body={body}" });

        var links = HtmlParts.Tags(site["sops/support-triage.html"]).Where(tag => tag.Attributes.GetValueOrDefault("class") == "suggest").Select(tag => Uri.UnescapeDataString(tag.Attributes["href"])).ToList();

        Assert.All(links, link => Assert.StartsWith("https://example.com/issues/new?title=Customer support triage: ", link, StringComparison.Ordinal));
        Assert.Contains(links, link => link.Contains("Part: By hand\n\nIt says now:\nWork the helpdesk queue by hand", StringComparison.Ordinal) && link.Contains("Declared in TinyTeam.Support.SupportTriage", StringComparison.Ordinal));
        Assert.All(HtmlParts.Tags(Site["sops/support-triage.html"]).Where(tag => tag.Attributes.GetValueOrDefault("class") == "suggest"), tag => Assert.StartsWith("mailto:?subject=Customer%20support%20triage", tag.Attributes["href"], StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_since_an_older_build_is_marked_word_by_word()
    {
        var now = Examples.Sop("support-triage");
        var before = now with { Version = "1.0.0", Goal = "Sort and answer tickets", Steps = [.. now.Steps.Skip(1)] };

        var site = Examples.Site(Examples.TinyTeam, options => options with { Older = [Examples.Of(before)] });

        Assert.Contains("Texts that changed since version 1.0.0", site["sops/support-triage.html"], StringComparison.Ordinal);
        Assert.Matches("<ins>[^<]*prioritise[^<]*</ins>", site["sops/support-triage.html"]);
        Assert.DoesNotContain("Texts that changed", site["sops/refund-customer.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", "one two three", "one two three")]
    [InlineData("one two three", "one four three", "one <del>two</del><ins>four</ins> three")]
    [InlineData("", "new", "<ins>new</ins>")]
    [InlineData("old", "", "<del>old</del>")]
    [InlineData("a < b", "a > b", "a <del>&lt;</del><ins>&gt;</ins> b")]
    public void Words_are_compared(string before, string now, string expected) => Assert.Equal(expected, WordChanges.Of(before, now).Text);

    [Fact]
    public void The_version_that_a_lock_file_recorded_is_named()
    {
        var fingerprint = Examples.Sop("support-triage").Fingerprint;
        string Page(string recorded) => HtmlParts.Text(Examples.Site(Examples.TinyTeam, options => options with { LockFiles = [$"support-triage 1.1.0 2026-11-02 {recorded}\n"] })["sops/support-triage.html"]);

        Assert.Contains("Recorded last: version 1.1.0 of 2026-11-02. It runs as recorded.", Page(fingerprint!), StringComparison.Ordinal);
        Assert.Contains("It runs differently since then.", Page("0000000000000000"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Title\n\ntext", "<div class=\"prose\"><p><strong>Title</strong></p>\n<p>text</p></div>")]
    [InlineData("a <b>c</b>", "<div class=\"prose\"><p>a &lt;b&gt;c&lt;/b&gt;</p></div>")]
    [InlineData("[x](https://example.com/?a=1&b=2)", "<div class=\"prose\"><p><a href=\"https://example.com/?a=1&amp;b=2\">x</a></p></div>")]
    [InlineData("[x](javascript:alert(1))", "<div class=\"prose\"><p>x</p></div>")]
    [InlineData("[x](notes/other.md)", "<div class=\"prose\"><p>x</p></div>")]
    [InlineData("![shot](https://example.com/a.png)", "<div class=\"prose\"><p><a href=\"https://example.com/a.png\">shot</a></p></div>")]
    [InlineData("<javascript:alert(1)>", "<div class=\"prose\"><p>javascript:alert(1)</p></div>")]
    [InlineData("1. one\n2. two", "<div class=\"prose\"><ol>\n<li>one</li>\n<li>two</li>\n</ol></div>")]
    public void Markdown_of_people_is_shown_as_written_and_can_do_no_harm(string written, string html) => Assert.Equal(html, Prose.Of(written).Text);

    [Fact]
    public void Markdown_that_is_nested_too_deeply_is_shown_as_it_is() => Assert.StartsWith("<pre", Prose.Of(new string('>', 2000) + " deep").Text, StringComparison.Ordinal);

    [Fact]
    public void The_calendar_repeats_a_review_as_often_as_it_is_due()
    {
        var calendar = Site["reviews.ics"];

        Assert.Contains("DTSTART;VALUE=DATE:20261202\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Review: Customer support triage\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=MONTHLY\r\n", calendar, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public void Prompts_are_searched_with_their_step()
    {
        var entry = SearchIndexOf.Entries(Site).Single(entry => entry["url"]!.GetValue<string>() == "sops/support-triage.html#step-3");

        Assert.Equal("3. Draft a reply", entry["title"]!.GetValue<string>());
        Assert.Contains("Promise nothing that the ticket does not say", entry["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(entry["ai"]!.GetValue<bool>());
    }

    [Fact]
    public void An_SOP_that_says_almost_nothing_has_a_page()
    {
        var bare = new SopDefinition { Id = "bare", Title = "Bare", Class = "Bare", Steps = [], States = [], Transitions = [] };

        var site = Examples.Site(Examples.Of(bare));

        Assert.Contains("Nobody owns it", site["sops/bare.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", site["sops/bare.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_start_has_its_own_way_into_the_chart()
    {
        var triage = Examples.Sop("support-triage");
        var site = Examples.Site(Examples.Of(triage with { Triggers = [new() { When = "A ticket arrives" }, new() { When = "A customer calls", Start = "TakeOver" }] }));

        Assert.Contains("data-from=\"start\" data-to=\"TakeOver\"", site["sops/support-triage.html"], StringComparison.Ordinal);
        Assert.Contains("data-from=\"start\" data-to=\"Categorise\"", site["sops/support-triage.html"], StringComparison.Ordinal);
        Assert.Contains("A customer calls</tspan>", site["sops/support-triage.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_working_days_where_there_are_office_hours()
    {
        var triage = Examples.Sop("support-triage");
        SopDefinition Due(SopDefinition sop) => sop with { Steps = [.. sop.Steps.Select(step => step.Kind == StepKind.Checkpoint ? step with { Due = TimeSpan.FromHours(50), DueDays = 2 } : step)] };

        Assert.Contains("two working days 2 hours", HtmlParts.Text(Examples.Site(Examples.Of(Due(triage)))["sops/support-triage.html"]), StringComparison.Ordinal);
        Assert.Contains("2 days 2 hours", HtmlParts.Text(Examples.Site(Examples.Of(Due(triage with { OfficeHours = null })))["sops/support-triage.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_says_how_many_people_must_say_yes_and_who_may_not()
    {
        var triage = Examples.Sop("support-triage");
        var strict = triage with { Steps = [.. triage.Steps.Select(step => step.Kind == StepKind.Checkpoint ? step with { Approvals = 2, NotBy = "TakeOver" } : step)] };

        var page = HtmlParts.Text(Examples.Site(Examples.Of(strict))["sops/support-triage.html"]);

        Assert.Contains("approves or rejects: two people must say yes, and one no is a no", page, StringComparison.Ordinal);
        Assert.Matches("not by whoever did +7\\. Take the ticket over personally", page);
        Assert.Matches("Checkpoint · Customer success +lead, two people", page);
    }

    [Fact]
    public void A_role_that_derives_from_another_may_act_for_it()
    {
        var junior = new NamedType { Type = "Shop.Support", Title = "Support" };
        var senior = new NamedType { Type = "Shop.SeniorSupport", Title = "Senior support", DerivesFrom = ["Shop.Support"] };
        var sop = Examples.Small() with { Owner = junior, Seniors = [senior] };

        var site = Examples.Site(Examples.Of(sop));

        Assert.Matches("Senior support *, for +Support", HtmlParts.Text(site["sops/small.html"]));
        Assert.Matches("May do whatever these roles may: +Support", HtmlParts.Text(site["roles/senior-support.html"]));
        Assert.Matches("May act for it: +Senior support", HtmlParts.Text(site["roles/support.html"]));
    }

    [Fact]
    public void A_site_without_SOPs_says_so() => Assert.Contains("0 procedures", Examples.Site(Examples.Of())["index.html"], StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, string> On(DateOnly day) => Examples.Site(Examples.TinyTeam, options => options with { AsOf = day });
}
