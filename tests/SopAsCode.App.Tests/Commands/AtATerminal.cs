using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>A person sits there: what is missing is asked, and at the end whether the revision that was shown is meant.</summary>
public class AtATerminal
{
    [Fact]
    public async Task A_person_ticks_group_by_group_and_approves_what_was_shown()
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person("1,2\nall\ny\n"), "approve", "letter-17#2", "--work");
        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("Text: It is on its way.", said.Out, StringComparison.Ordinal);
        Assert.Contains("Approved. letter-17 is in Completed.", said.Out, StringComparison.Ordinal);
        Assert.True(said.Error.IndexOf("What it says:", StringComparison.Ordinal) < said.Error.IndexOf("How it says it:", StringComparison.Ordinal));
        Assert.Contains("Approve revision 1 of letter-17#2? [y/N]", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2\nall\nn\n", "Nothing was done.")]
    [InlineData("1,2\nall\n", "Nothing was done.")]
    [InlineData("1\nall\ny\n", "this one is not: Nothing is promised")]
    public async Task A_person_who_does_not_say_yes_to_all_approves_nothing(string typed, string sentence)
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person(typed), "approve", "letter-17#2");
        Assert.Equal(ExitCode.Refused, said.Code);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Equal("Review", (await office.JsonAsync("show", "letter-17")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_person_is_asked_again_for_numbers_that_are_none()
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person("3\n1 2\n1\ny\n"), "approve", "letter-17#2");
        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("Numbers from 1 to 2, please.", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_edited_as_text_in_the_editor()
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person("all\nall\ny\n", editor: "sed -i s/way/van/"), "approve", "letter-17#2", "--edit", "--work");
        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("What you changed\n- It is on its way.\n+ It is on its van.\n", said.Out, StringComparison.Ordinal);
        Assert.EndsWith("Approve revision 1 of letter-17#2? [y/N] ", said.Error, StringComparison.Ordinal);
        Assert.Contains(": It is on its van.\n", office.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_out_of_the_editor_is_sent_after_a_yes_only_also_where_the_revision_is_named()
    {
        using Office office = new();
        await office.LetterAsync();
        string[] line = ["approve", "letter-17#2", "--edit", "--revision", "1", "--tick", "1", "2", "3"];
        var no = await office.RunAsync(Seat.Person("n\n", editor: "sed -i s/way/van/"), line);
        Assert.Equal((ExitCode.Refused, "Send this? [y/N] Nothing was done.\n"), (no.Code, no.Error));
        Assert.Contains("+ It is on its van.\n", no.Out, StringComparison.Ordinal);
        Assert.Equal("Review", (await office.JsonAsync("show", "letter-17")).GetProperty("state").GetString());

        var same = await office.RunAsync(Seat.Person("y\n", editor: "true"), line);
        Assert.Equal(ExitCode.Done, same.Code);
        Assert.Contains("You changed nothing.", same.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("edits", await office.DoAsync("history", "letter-17", "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_shows_what_went_what_came_and_some_lines_around()
    {
        static string Of(string before, string after) => string.Join('|', Difference.Of(before.Replace('|', '\n'), after.Replace('|', '\n')));
        Assert.Equal("", Of("a|b", "a|b"));
        Assert.Equal("…|  b|  c|- d|+ D|  e|  f|…", Of("a|b|c|d|e|f|g", "a|b|c|D|e|f|g"));
        Assert.Equal("  a|+ x|  b|- c", Of("a|b|c", "a|x|b"));
        Assert.Equal("+ x|  a|  b|…|  e|  f|- g", Of("a|b|c|d|e|f|g", "x|a|b|c|d|e|f"));
        Assert.Equal("- a|+", Of("a", ""));
        Assert.Equal(5000, Difference.Of(string.Join('\n', Enumerable.Range(0, 2500)), string.Join('\n', Enumerable.Range(10_000, 2500))).Count);
    }

    [ScriptFact]
    public async Task A_real_terminal_shows_the_difference_and_asks()
    {
        using Office office = new();
        await office.LetterAsync();
        using var script = office.Begin("script", "-qec", $"SOP_AS=ben@example.com EDITOR='sed -i s/way/van/' dotnet '{Office.Program}' approve 'letter-17#2' --edit", "/dev/null");
        await script.StandardInput.WriteAsync("all\nall\ny\n");
        var shown = (await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, script.ExitCode);
        Assert.Matches(@"What you changed.*\n- It is on its way\.\n\+ It is on its van\.\n[^\n]*Approve revision 1 of letter-17#2\? \[y/N\][^\n]*\n?[^\n]*Approved\.", shown);
    }

    /// <summary>A test at a terminal that <c>script</c> makes: skipped where it is missing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ScriptFactAttribute : FactAttribute
    {
        public ScriptFactAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = -1)
            : base(file, line)
        {
            if (!OperatingSystem.IsLinux() || !System.IO.File.Exists("/usr/bin/script"))
            {
                Skip = "script of util-linux is not installed: run 'apt-get install bsdutils'.";
            }
        }
    }

    [Fact]
    public async Task A_step_that_makes_a_value_opens_an_empty_one_in_the_editor()
    {
        using Office office = new();
        await office.DoAsync("start", "pay-back", "--run", "back-17", "--input", Office.Letter, "--as", "dia@example.com");
        var task = (await office.JsonAsync("inbox", "--as", "ben@example.com"))[0].GetProperty("item").GetString()!;
        await office.DoAsync("tick", task, "--revision", "1", "--as", "ben@example.com");
        var find = (await office.JsonAsync("inbox", "--as", "dia@example.com"))[0].GetProperty("item").GetString()!;
        var nothing = await office.RunAsync(Seat.Person("1\ny\n", editor: "true", name: "dia@example.com"), "complete", find);
        Assert.Contains("Nothing was filled in", nothing.Error, StringComparison.Ordinal);
        var broken = await office.RunAsync(Seat.Person("1\ny\n", editor: "sed -i s/0/zero/", name: "dia@example.com"), "complete", find);
        Assert.Contains("What you left in the editor is no JSON", broken.Error, StringComparison.Ordinal);
        var failed = await office.RunAsync(Seat.Person("1\ny\n", editor: "false", name: "dia@example.com"), "complete", find);
        Assert.Contains("The editor 'false' ended with code 1", failed.Error, StringComparison.Ordinal);
        var none = await office.RunAsync(Seat.Person("1\ny\n", name: "dia@example.com"), "complete", find);
        Assert.Contains("set the environment variable EDITOR", none.Error, StringComparison.Ordinal);
        Assert.Equal("Find", (await office.JsonAsync("show", "back-17")).GetProperty("state").GetString());

        var said = await office.RunAsync(Seat.Person("1\ny\n", editor: "sed -i s/0/1250/", name: "dia@example.com"), "complete", find);
        Assert.Equal((ExitCode.Done, true), (said.Code, said.Out.Contains("Cents: 1250", StringComparison.Ordinal)));
        Assert.Contains("\"Cents\":1250,\"Why\":null", await office.DoAsync("history", "back-17", "--contents"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_started_with_an_input_that_is_filled_in()
    {
        using Office office = new();
        string[] line = ["start", "answer-letter", "--run", "letter-17"];
        Assert.Equal("Nothing was filled in, so nothing was started.\n", (await office.RunAsync(Seat.Person("y\n", editor: "true"), line)).Error);
        Assert.Contains("or give it with --input or --input-file.", (await office.RunAsync(Seat.Person("y\n"), line)).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, (await office.RunAsync(Seat.Person("n\n", editor: "sed -i s/Calm/Angry/"), line)).Code);
        Assert.Equal(ExitCode.NotFound, (await office.RunAsync("show", "letter-17")).Code);
        var said = await office.RunAsync(Seat.Person("y\n", editor: "sed -i s/Calm/Angry/"), line);
        Assert.Equal((ExitCode.Done, "Start 'Answer a letter' with it? [y/N] "), (said.Code, said.Error));
        Assert.Contains("Your input:\n  Number: \n  Text: \n  Mood: Angry\nStarted. letter-17 is in Draft.\n", said.Out, StringComparison.Ordinal);
        Assert.Contains("\n    \"Mood\": \"Calm\"\n", (await office.DoAsync("sops", "answer-letter")).Replace("      ", "    ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_by_hand_is_seen_and_filled_in_too()
    {
        using Office office = new();
        await office.DoAsync("start", "pay-back", "--run", "back-17", "--input", Office.Letter, "--automation", "mail");
        await office.DoAsync("tick", "back-17#1", "--revision", "1", "--as", "ben@example.com");
        await office.DoAsync("fallback", "back-17", "--as", "ben@example.com");
        Assert.Equal("Where is my parcel?", (await office.JsonAsync("show", "back-17#3")).GetProperty("values").GetProperty("letter").GetProperty("Text").GetString());
        var said = await office.RunAsync(Seat.Person("1\ny\n", editor: "sed -i s/0/1250/"), "done-by-hand", "back-17#3");
        Assert.True(said.Code == ExitCode.Done, said.Error);
        Assert.Contains("Your value:\n  Cents: 1250\n  Why: none\n", said.Out, StringComparison.Ordinal);
        Assert.EndsWith("Done by hand: answer revision 1 of back-17#3? [y/N] ", said.Error, StringComparison.Ordinal);
        Assert.Contains("Done by hand. back-17 is in HavePaid", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_for_an_answer_that_would_be_refused()
    {
        using Office office = new();
        await office.LetterAsync();
        var before = await office.DoAsync("anchor");
        var editor = $"touch {office.Beside("opened")}";
        foreach (var command in new[] { "approve", "reject" })
        {
            var said = await office.RunAsync(Seat.Person("all\nall\ny\n", editor, name: "dia@example.com"), command, "letter-17#2");
            Assert.Equal((ExitCode.Refused, "", "'dia@example.com' can't answer 'letter-17#2' (Look at the answer): it is for Lead. The policy names who holds a role.\n"), (said.Code, said.Out, said.Error));
        }

        var wrong = await office.RunAsync(Seat.Person("y\n", editor), "done-by-hand", "letter-17#2");
        var late = await office.RunAsync(Seat.Person("y\n", editor), "complete", "letter-17#1");
        Assert.Contains("was already answered by ben@example.com", late.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Refused, ExitCode.Refused, "", false), (wrong.Code, late.Code, wrong.Out + late.Out, File.Exists(office.Beside("opened"))));
        Assert.Equal(before, await office.DoAsync("anchor"));
    }

    [Fact]
    public async Task Who_is_asked_is_told_neither_flags_nor_what_comes_next()
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person("all\nall\nn\n"), "approve", "letter-17#2");
        Assert.DoesNotContain("Nothing is promised", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--revision", said.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing is promised", said.Error, StringComparison.Ordinal);

        // Who rejects, or ticks with flags, is asked for no ticks, and sees the list all the same.
        Assert.Contains("  2. Nothing is promised\n", (await office.RunAsync(Seat.Person("No\nn\n"), "reject", "letter-17#2")).Out, StringComparison.Ordinal);
        Assert.Contains("  2. Nothing is promised\n", (await office.RunAsync(Seat.Person("n\n"), "approve", "letter-17#2", "--tick", "1")).Out, StringComparison.Ordinal);
        Assert.Equal("Nothing waits for dia@example.com.\n", await office.DoAsync("inbox", "--as", "dia@example.com"));
    }

    [Fact]
    public async Task A_person_says_why_and_whether_it_is_meant()
    {
        using Office office = new();
        await office.LetterAsync();
        Assert.Equal(ExitCode.Refused, (await office.RunAsync(Seat.Person("n\n"), "cancel", "letter-17")).Code);
        var said = await office.RunAsync(Seat.Person("Say when it comes.\ny\n"), "reject", "letter-17#2");
        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("Say when it comes.", await office.DoAsync("history", "letter-17", "--contents"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await office.RunAsync(Seat.Person("y\n"), "cancel", "letter-17")).Code);
    }

    [Fact]
    public async Task Who_names_the_revision_is_not_asked()
    {
        using Office office = new();
        await office.LetterAsync();
        var said = await office.RunAsync(Seat.Person(""), "approve", "letter-17#2", "--revision", "1", "--tick", "1", "2", "3");
        Assert.Equal((ExitCode.Done, ""), (said.Code, said.Error));
    }
}
