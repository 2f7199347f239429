using SopAsCode.App.Tests.Harness;
using SopAsCode.Figures;

namespace SopAsCode.App.Tests.Screen;

/// <summary>Texts on a terminal: harmless, and broken where it ends.</summary>
public class WhatPeopleSee
{
    // An escape sequence that clears the screen, a mark that turns the direction, a bell, a C1 control, a line separator, and a tag.
    private const string Evil = "a\u001b[2Jb\u202Ec\u0007d\u009Be\u2028f\U000E0041g\rh";

    [Fact]
    public void A_text_shows_what_it_hides() =>
        Assert.Equal(@"a\u{1B}[2Jb\u{202E}c\u{7}d\u{9B}e f\u{E0041}g h", VisibleText.Line(Evil));

    [Theory]
    [InlineData("Größe, 大きさ, गुणवत्ता, مرحبا, é", "Größe, 大きさ, गुणवत्ता, مرحبا, é")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    [InlineData("a\tb", "a  b")]
    public void A_text_of_any_language_stays(string text, string shown) => Assert.Equal(shown, VisibleText.Line(text));

    [Fact]
    public async Task Nothing_that_somebody_wrote_reaches_the_terminal_raw()
    {
        using Office office = new();
        var letter = System.Text.Json.JsonSerializer.Serialize(new { Number = "17", Text = Evil, Mood = "Calm" });
        await office.DoAsync("start", "answer-letter", "--run", "letter-17", "--input", letter, "--automation", "mail" + Evil, "--work");
        await office.DoAsync("note", "letter-17", Evil, "--as", "ben@example.com");
        string[][] lines =
        [
            ["show", "letter-17#1"], ["show", "letter-17#1", "--json"], ["history", "letter-17", "--contents"], ["history", "letter-17", "--contents", "--json"],
            ["show", Evil], ["show", Evil + "#1"], [Evil], ["inbox", "--as", Evil], ["start", Evil, "--as", "ben@example.com"], ["start", "answer-letter", "--input", "{\"" + Evil + "\":1}", "--automation", "x"],
            ["show", Evil, "--json"], ["inbox", "--all"], ["complete", "letter-17#1", "--revision", "1", "--value-file", Evil, "--as", "ben@example.com"],
        ];
        foreach (var line in lines)
        {
            var said = await office.RunAsync(line);
            Assert.DoesNotMatch(@"[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]", said.Out + said.Error);
        }

        Assert.Contains(@"\u{1B}[2J", await office.DoAsync("show", "letter-17#1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_end_where_the_terminal_ends()
    {
        using Office office = new();
        await office.LetterAsync(answer: "It is on its way, and it will be with you on Friday, if the carrier keeps its word: https://carrier.example.com/a/very/long/address/without/a/blank");
        foreach (var args in new[] { new[] { "show", "letter-17#2" }, ["history", "letter-17"], ["inbox", "--all"], ["approve", "letter-17#9", "--revision", "1", "--as", "ben@example.com"], ["help", "approve"] })
        {
            var said = await office.RunAsync(new Seat { Width = 40 }, args);
            Assert.All((said.Out + said.Error).Split('\n'), line => Assert.True(TextWidth.Columns(line) <= 40, line));
        }
    }

    [Fact]
    public void Wide_letters_take_two_columns_and_marks_none()
    {
        Assert.Equal((4, 1, 2), (TextWidth.Columns("大小"), TextWidth.Columns("e\u0301"), TextWidth.Columns("ab")));
        using StringWriter text = new(System.Globalization.CultureInfo.InvariantCulture);
        new Page(text, 6, hasColor: false).Line("大小大小 ab");
        Assert.Equal("大小大\n  小\n  ab\n", text.ToString());
    }

    [Fact]
    public void A_line_that_is_broken_stays_set_in_and_a_list_has_its_values_below_each_other()
    {
        using StringWriter text = new(System.Globalization.CultureInfo.InvariantCulture);
        Page page = new(text, 18, hasColor: false);
        page.Line("  4 Review Approved by ben");
        page.Line("12345678901234567890");
        ValueLines.Write(page, "all", """{"Rows":[{"A":1,"B":[{"C":2,"D":3}]},{},"x"],"None":[]}""");
        Assert.Equal("  4 Review\n  Approved by ben\n123456789012345678\n  90\nall:\n  Rows:\n    - A: 1\n      B:\n        - C: 2\n          D: 3\n    -:\n    - x\n  None: none\n", text.ToString());
        Assert.Equal(("", "a", "a and b", "a, b and c"), (Page.List([]), Page.List(["a"]), Page.List(["a", "b"]), Page.List(["a", "b", "c"])));
    }

    [Fact]
    public async Task Titles_stand_out_where_colours_are_wanted()
    {
        using Office office = new();
        await office.LetterAsync();
        Assert.StartsWith("\u001b[1mLook at the answer\u001b[0m\n", (await office.RunAsync(new Seat { HasColor = true }, "show", "letter-17#2")).Out, StringComparison.Ordinal);
        Assert.StartsWith("Look at the answer\n", await office.DoAsync("show", "letter-17#2"), StringComparison.Ordinal);
        Assert.False(Terminal.IsColorWanted(name => name == "NO_COLOR" ? "1" : "xterm"));
        Assert.False(Terminal.IsColorWanted(name => name == "TERM" ? "dumb" : null));
        Assert.True(Terminal.IsColorWanted(name => name is "TERM" or "WT_SESSION" ? "xterm" : null));
    }

    [Theory]
    [InlineData("inbx", "inbox")]
    [InlineData("shwo", "show")]
    [InlineData("don", "done-by-hand")]
    [InlineData("zzzz", null)]
    public void The_nearest_name_is_found(string typed, string? meant) => Assert.Equal(meant, Nearest.Find(typed, ["inbox", "show", "start", "done-by-hand"]));
}
