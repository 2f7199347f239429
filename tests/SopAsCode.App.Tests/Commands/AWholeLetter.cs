using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>A run from its start to its end, by scripts.</summary>
public class AWholeLetter
{
    private static readonly string[] Ticks = ["--tick", "1", "--tick", "2", "--tick", "The tone fits"];

    [Fact]
    public async Task Goes_from_the_start_to_the_record()
    {
        using Office office = new();
        var started = await office.JsonAsync("start", "answer-letter", "--run", "letter-17", "--input", Office.Letter, "--trigger", "A letter comes", "--as", "ben@example.com", "--work");
        Assert.Equal(("Draft", "letter-17#1"), (started.GetProperty("state").GetString(), started.GetProperty("items")[0].GetString()));

        var waiting = Assert.Single((await office.JsonAsync("inbox", "--as", "BEN@example.com")).EnumerateArray());
        Assert.Equal(("letter-17#1", "Answer", 1), (waiting.GetProperty("item").GetString(), waiting.GetProperty("kind").GetString(), waiting.GetProperty("revision").GetInt32()));
        Assert.Contains("The value to give\n{\n  \"Text\": \"\"\n}\n", await office.DoAsync("show", "letter-17#1"), StringComparison.Ordinal);
        Assert.Equal("Answer this: Where is my parcel?", (await office.JsonAsync("show", "letter-17#1")).GetProperty("prompt").GetString());

        await office.DoAsync("complete", "letter-17#1", "--revision", "1", "--value", """{"Text":"It is on its way."}""", "--as", "ben@example.com");
        var view = await office.JsonAsync("show", "letter-17#2");
        Assert.Equal("It is on its way.", view.GetProperty("values").GetProperty("answer").GetProperty("Text").GetString());
        Assert.Equal(["Nothing is invented", "Nothing is promised", "The tone fits"], view.GetProperty("tick").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal("Thank you for letter 17.", view.GetProperty("templates")[0].GetProperty("text").GetString());

        var approved = await office.JsonAsync(["approve", "letter-17#2", "--revision", "1", .. Ticks, "--as", "cho@example.com", "--value", """{"Text":"It comes on Friday."}""", "--work"]);
        Assert.Equal("Completed", approved.GetProperty("state").GetString());
        Assert.Contains("It comes on Friday.", office.Sent, StringComparison.Ordinal);

        var events = (await office.JsonAsync("history", "letter-17", "--contents")).GetProperty("events").EnumerateArray().ToList();
        var yes = events.Single(recorded => recorded.GetProperty("event").GetString() == "Approved");
        Assert.Equal(("cho@example.com", "Person", "command line"), (yes.GetProperty("by").GetString(), yes.GetProperty("byKind").GetString(), yes.GetProperty("door").GetString()));
        Assert.Contains(events, recorded => recorded.GetProperty("event").GetString() == "RunStarted" && recorded.GetProperty("by").GetString() == "ben@example.com");
        Assert.Equal("The record is whole.\n", await office.DoAsync("verify"));
    }

    [Fact]
    public async Task Is_shown_to_people_in_words()
    {
        using Office office = new();
        await office.LetterAsync();
        var inbox = await office.DoAsync("inbox", "--as", "ben@example.com");
        Assert.Contains("letter-17#2", inbox, StringComparison.Ordinal);
        Assert.Contains("approve or reject · for Customer lead", inbox, StringComparison.Ordinal);

        var shown = await office.DoAsync("show", "letter-17#2");
        Assert.Contains("Text: It is on its way.", shown, StringComparison.Ordinal);
        Assert.Contains("Mood: Angry", shown, StringComparison.Ordinal);
        Assert.Contains("  3. The tone fits", shown, StringComparison.Ordinal);
        Assert.Contains("Answer: approve letter-17#2 --revision 1 --tick 1 --tick 2 --tick 3, or reject letter-17#2 --revision 1 --reason TEXT", shown, StringComparison.Ordinal);

        Assert.DoesNotContain("letter-17#1", await office.DoAsync("inbox", "--all"), StringComparison.Ordinal);
        Assert.Contains("answered by ben@example.com", await office.DoAsync("inbox", "--run", "letter-17", "--closed", "--as", "dia@example.com"), StringComparison.Ordinal);

        var run = await office.DoAsync("show", "letter-17");
        Assert.Contains("letter-17: Review", run, StringComparison.Ordinal);
        Assert.Contains("letter-17#2", run, StringComparison.Ordinal);
        Assert.Contains("letter-17  answer-letter  Review", await office.DoAsync("runs", "--open"), StringComparison.Ordinal);
        Assert.Matches(@"StepCompleted +ben@example.com → Review", await office.DoAsync("history", "letter-17"));
        Assert.Contains("It is on its way.", await office.DoAsync("history", "letter-17", "--contents"), StringComparison.Ordinal);
        Assert.DoesNotContain("It is on its way.", await office.DoAsync("history", "letter-17"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_under_a_name_of_its_own_and_once_per_key()
    {
        using Office office = new();
        var first = await office.JsonAsync("start", "answer-letter", "--input", Office.Letter, "--automation", "mail");
        Assert.StartsWith("answer-letter-2", first.GetProperty("run").GetString(), StringComparison.Ordinal);
        string[] start = ["start", "answer-letter", "--run", "letter-17", "--input", Office.Letter, "--automation", "mail", "--key", "mail-4711"];
        Assert.Equal((await office.JsonAsync(start)).GetRawText(), (await office.JsonAsync(start)).GetRawText());
    }

    [Fact]
    public async Task Reads_what_is_piped_in_and_what_lies_in_a_file()
    {
        using Office office = new();
        var said = await office.RunAsync(new Seat { Typed = Office.Letter }, "start", "answer-letter", "--run", "a", "--input-file", "-", "--automation", "mail");
        Assert.Equal(ExitCode.Done, said.Code);
        await office.DoAsync("start", "answer-letter", "--run", "b", "--input-file", office.Beside("letter.json", Office.Letter), "--automation", "mail");
        Assert.Equal(2, (await office.JsonAsync("runs", "--sop", "answer-letter")).GetArrayLength());
    }

    [Fact]
    public async Task Is_rejected_with_a_reason_that_the_next_draft_gets()
    {
        using Office office = new();
        await office.LetterAsync();
        await office.DoAsync("reject", "letter-17#2", "--revision", "1", "--reason", "Say when.", "--as", "ben@example.com", "--work");
        Assert.Contains("Say when.", await office.DoAsync("history", "letter-17", "--contents"), StringComparison.Ordinal);
        Assert.Equal("Draft", (await office.JsonAsync("show", "letter-17")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Is_erased_when_it_has_ended()
    {
        using Office office = new();
        await office.LetterAsync();
        await office.DoAsync("cancel", "letter-17", "--yes", "--reason", "Sent twice", "--as", "ben@example.com");
        await office.DoAsync("erase", "letter-17", "--because", "asked for", "--yes", "--as", "ana@example.com");
        Assert.DoesNotContain("Where is my parcel", await office.DoAsync("history", "letter-17", "--contents"), StringComparison.Ordinal);
        await office.DoAsync("verify");
    }
}
