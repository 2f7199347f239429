using Microsoft.Playwright;
using SopAsCode.Documents.Tests.Tooling;
using static Microsoft.Playwright.Assertions;

namespace SopAsCode.Documents.Tests.Browser;

/// <summary>The site from disk, as people use it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class InTheBrowser(OpenBrowser browser)
{
    private static readonly string[] Kinds = ["index.html", "sops/support-triage.html", "sops/sort-receipts.html", "roles/customer-success-lead.html", "tools/helpdesk.html", "streams/billing-and-renewals.html", "questions.html", "matrix.html", "ai.html", "reviews.html", "grants.html", "ideas.html", "streams.html", "roles.html", "tools.html"];

    [BrowserFact]
    public async Task The_search_finds_a_step_by_a_word_of_its_prompt()
    {
        await using var tab = await browser.Open(browser.Site + "roles/founder.html");

        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("Promise nothing that the ticket does not say");
        await Expect(tab.Found.First).ToContainTextAsync("3. Draft a reply");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page).ToHaveURLAsync(browser.Site + "sops/support-triage.html#step-3");
        Assert.Empty(tab.Wrong);
    }

    [BrowserFact]
    public async Task The_search_is_narrowed_by_role_tool_stream_AI_and_overdue()
    {
        var late = browser.Write("late", Examples.TinyTeam, new(2027, 12, 1));
        await using var tab = await browser.Open(late + "index.html");
        await tab.Search.FillAsync("reply");
        await Expect(tab.Found.First).ToBeVisibleAsync();
        var all = await tab.Found.CountAsync();

        await tab.Page.Locator("select[name=role]").SelectOptionAsync(new SelectOptionValue { Label = "Senior support" });
        await tab.Search.FillAsync("");
        await Expect(tab.Found.Filter(new() { HasText = "7. Take the ticket over personally" })).ToHaveCountAsync(1);
        await Expect(tab.Found.Filter(new() { HasText = "3. Draft a reply" })).ToHaveCountAsync(0);
        await tab.Page.Locator("select[name=role]").SelectOptionAsync("");

        await tab.Page.Locator("select[name=tool]").SelectOptionAsync(new SelectOptionValue { Label = "Helpdesk" });
        await Expect(tab.Found.Filter(new() { HasText = "5. Send the approved reply" })).ToHaveCountAsync(1);
        await tab.Page.GetByLabel("Done by AI").CheckAsync();
        await Expect(tab.Found.Filter(new() { HasText = "5. Send the approved reply" })).ToHaveCountAsync(0);
        await Expect(tab.Found.Filter(new() { HasText = "3. Draft a reply" })).ToHaveCountAsync(1);
        await tab.Page.Locator("select[name=stream]").SelectOptionAsync(new SelectOptionValue { Label = "Billing and renewals" });
        await Expect(tab.Found.Filter(new() { HasText = "3. Draft a reply" })).ToHaveCountAsync(0);
        await tab.Page.Locator("select[name=stream]").SelectOptionAsync("");
        await tab.Page.GetByLabel("Review overdue").CheckAsync();
        await Expect(tab.Found.First).ToBeVisibleAsync();
        Assert.NotEqual(0, all);

        await using var early = await browser.Open(browser.Site + "index.html");
        await early.Search.FillAsync("reply");
        await early.Page.GetByLabel("Review overdue").CheckAsync();
        await Expect(early.Found).ToHaveCountAsync(0);
        await Expect(early.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing found.");
        Assert.Empty(tab.Wrong);
    }

    [BrowserFact]
    public async Task A_stranger_learns_what_to_do_when_the_classifier_is_down()
    {
        await using var tab = await browser.Open(browser.Site + "index.html");

        await tab.Search.FillAsync("What do I do when the classifier is down?");
        await Expect(tab.Found.First).ToContainTextAsync("By hand: Customer support triage");
        await tab.Found.First.ClickAsync();

        await Expect(tab.Page.GetByText("Work the helpdesk queue by hand, oldest first, with the macro library").First).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task Words_that_stand_nowhere_together_lead_to_what_has_most_of_them()
    {
        await using var tab = await browser.Open(browser.Site + "index.html");

        await tab.Search.FillAsync("ticket classifier is down");
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("with 2 of the 3 words");
        await Expect(tab.Found.Filter(new() { HasText = "By hand: Customer support triage" })).ToHaveCountAsync(1);

        await tab.Search.FillAsync("customer wants money back");
        await Expect(tab.Found.First).ToContainTextAsync("Refund");
    }

    [BrowserFact]
    public async Task A_stranger_learns_who_may_refund()
    {
        await using var tab = await browser.Open(browser.Site + "index.html");

        await tab.Search.FillAsync("Who may refund?");
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("result");
        await Expect(tab.Found.First).ToContainTextAsync("Refund");
        await tab.Found.First.ClickAsync();

        await Expect(tab.Page.Locator(".glance div", new() { HasText = "A person approves" })).ToContainTextAsync("Decide on the refund and its amount");
        await Expect(tab.Page.Locator(".glance div", new() { HasText = "A person approves" })).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task Ticks_stay_and_a_new_version_starts_clean()
    {
        var triage = Examples.Sop("support-triage");
        var folder = browser.Write("ticks", Examples.TinyTeam, Examples.Day);
        await using var tab = await browser.Open(folder + "sops/support-triage.html");
        var first = tab.Page.GetByLabel("Facts verified");

        await first.CheckAsync();
        await tab.Page.ReloadAsync();
        await Expect(first).ToBeCheckedAsync();
        await Expect(tab.Page.GetByLabel("Nothing invented").First).Not.ToBeCheckedAsync();

        browser.Write("ticks", Examples.TinyTeam with { Sops = [.. Examples.TinyTeam.Sops.Select(sop => sop == triage ? sop with { Fingerprint = "fedcba9876543210" } : sop)] }, Examples.Day);
        await tab.Page.ReloadAsync();
        await Expect(first).Not.ToBeCheckedAsync();
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("Object.keys(localStorage).length"));

        await first.CheckAsync();
        await tab.Page.GetByText("Clear all ticks").ClickAsync();
        await Expect(first).Not.ToBeCheckedAsync();
        Assert.Empty(tab.Wrong);
    }

    [BrowserFact]
    public async Task No_page_asks_for_anything_outside_or_says_an_error()
    {
        await using var tab = await browser.Open(browser.Site + "index.html");
        foreach (var page in browser.Pages(browser.Site))
        {
            await tab.Page.GotoAsync(page);
        }

        Assert.Empty(tab.Wrong);
    }

    [BrowserFact]
    public async Task Hostile_texts_stay_texts()
    {
        await using var tab = await browser.Open(browser.Hostile + "index.html");
        foreach (var page in browser.Pages(browser.Hostile))
        {
            await tab.Page.GotoAsync(page);
            await tab.Search.FillAsync("alert");
            await Expect(tab.Found.First).ToBeVisibleAsync();
            Assert.Equal(0, await tab.Page.Locator("img, iframe, object, [onerror], [onload]").CountAsync());
        }

        Assert.Empty(tab.Wrong);
    }

    [BrowserFact]
    public async Task A_keyboard_reaches_everything()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html");
        var expected = await tab.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.hidden).map((e, i) => e.dataset.reach = i).length
            """);
        HashSet<string> reached = [];
        for (var i = 0; i < expected + 5; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            if (await tab.Page.EvaluateAsync<string?>("document.activeElement.dataset.reach ?? null") is { } element)
            {
                reached.Add(element);
            }
        }

        Assert.Equal(expected, reached.Count);
        Assert.True(expected > 60);
    }

    [BrowserFact]
    public async Task Arrow_keys_walk_the_chart_and_Enter_opens_a_step()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html");
        await tab.Page.Locator("[data-id=DraftReply]").FocusAsync();

        await tab.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("ReviewReply", await tab.Page.EvaluateAsync<string>("document.activeElement.dataset.id"));
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("DraftReply", await tab.Page.EvaluateAsync<string>("document.activeElement.dataset.id"));
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page).ToHaveURLAsync(browser.Site + "sops/support-triage.html#step-3");
        await Expect(tab.Page.Locator("#step-3")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task A_screen_reader_hears_where_each_step_leads()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html");

        var chart = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Flow of Customer support triage" });

        await Expect(chart.GetByRole(AriaRole.Link, new() { Name = "4. Review the reply before it is sent Checkpoint · Customer success lead. approved: step 5, Send the approved reply; rejected: the first two times: step 3" })).ToHaveCountAsync(1);
        await Expect(chart.GetByRole(AriaRole.Link)).ToHaveCountAsync(7);
    }

    [BrowserFact]
    public async Task A_run_can_be_shown_on_the_chart()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html?run=Categorise,DraftReply,ReviewReply");

        await Expect(tab.Page.Locator(".box.visited")).ToHaveCountAsync(4);
        await Expect(tab.Page.Locator("path.visited")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task Texts_of_a_chart_stay_inside_their_boxes()
    {
        await using var tab = await browser.Open(browser.Site + "index.html");
        foreach (var page in browser.Pages(browser.Site).Where(page => page.Contains("/sops/", StringComparison.Ordinal)))
        {
            await tab.Page.GotoAsync(page);
            Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('svg.chart .box')].flatMap(box => {
                  const r = box.querySelector('rect').getBBox();
                  return [...box.querySelectorAll('text')].filter(text => { const t = text.getBBox(); return t.x < r.x || t.x + t.width > r.x + r.width || t.y < r.y || t.y + t.height > r.y + r.height; }).map(text => text.textContent);
                })
                """));
        }
    }

    [BrowserFact]
    public async Task Everybody_can_use_each_kind_of_page() => await Axe(new() { ViewportSize = new() { Width = 1280, Height = 800 } });

    [BrowserFact]
    public async Task Everybody_can_use_it_in_the_dark() => await Axe(new() { ViewportSize = new() { Width = 1280, Height = 800 }, ColorScheme = ColorScheme.Dark });

    [BrowserFact]
    public async Task Everybody_can_use_it_on_a_phone() => await Axe(new() { ViewportSize = new() { Width = 390, Height = 800 }, HasTouch = true });

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_the_menu_opens()
    {
        await using var tab = await browser.Open(browser.Site + "index.html", new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true });
        foreach (var page in browser.Pages(browser.Site))
        {
            await tab.Page.GotoAsync(page);
            var width = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{page} is {width} wide");
        }

        await Expect(tab.Page.Locator("#navigation")).ToBeHiddenAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Expect(tab.Page.Locator("#navigation")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task In_the_dark_the_paper_is_dark()
    {
        await using var tab = await browser.Open(browser.Site + "index.html", new() { ColorScheme = ColorScheme.Dark });

        Assert.Equal("rgb(21, 25, 29)", await tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [BrowserFact]
    public async Task Printed_it_is_the_procedure_alone()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Expect(tab.Page.Locator(".top, .navigation, .parts, .suggest, details").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#by-hand")).ToBeVisibleAsync();
        Assert.Equal("rgb(255, 255, 255)", await tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        var pdf = await tab.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.InRange(System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1, 3, 9);
    }

    [BrowserFact]
    public async Task Without_a_day_it_is_the_day_of_reading_that_counts()
    {
        var site = browser.Write("today", Examples.TinyTeam, null);
        await using var tab = await browser.Open(site + "ideas.html");
        await tab.Page.Clock.SetFixedTimeAsync(new DateTime(2026, 12, 2, 12, 0, 0, DateTimeKind.Utc));
        await tab.Page.GotoAsync(site + "sops/support-triage.html");
        await Expect(tab.Page.Locator(".badges .late")).ToHaveCountAsync(0);

        await tab.Page.Clock.SetFixedTimeAsync(new DateTime(2026, 12, 4, 12, 0, 0, DateTimeKind.Utc));
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator(".badges .late")).ToHaveTextAsync("overdue");
    }

    [BrowserFact]
    public async Task A_page_is_complete_without_its_script()
    {
        await using var tab = await browser.Open(browser.Site + "sops/support-triage.html", new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } });

        await Expect(tab.Page.Locator("#navigation")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("svg.chart")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".step")).ToHaveCountAsync(7);
    }

    private async Task Axe(BrowserNewContextOptions options)
    {
        await using var tab = await browser.Open(browser.Site + "index.html", options);
        foreach (var page in Kinds)
        {
            await tab.Page.GotoAsync(browser.Site + page);
            await Check(page);
        }

        await tab.Search.FillAsync("reply");
        await Expect(tab.Found.First).ToBeVisibleAsync();
        await Check("the search");

        async Task Check(string where)
        {
            await tab.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
            await tab.Page.AddScriptTagAsync(new() { Path = BrowserFactAttribute.Axe });
            var findings = await tab.Page.EvaluateAsync<string[]>("axe.run().then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary)))");
            Assert.True(findings.Length == 0, $"{where}: {string.Join("\n", findings.Take(5))}");
        }
    }
}
