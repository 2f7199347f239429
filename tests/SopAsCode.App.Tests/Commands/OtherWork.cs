using Microsoft.Data.Sqlite;
using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>Tasks, automations outside, events, samples, and decisions about whole runs.</summary>
public class OtherWork
{
    private const string Sum = """{"Cents":1250,"Why":null}""";

    [Fact]
    public async Task Comes_from_people_automations_and_events()
    {
        using Office office = new();
        await office.DoAsync("start", "pay-back", "--run", "back-17", "--input", Office.Letter, "--as", "dia@example.com");
        var items = (await office.JsonAsync("inbox", "--all")).EnumerateArray().ToList();
        var find = items.Single(item => item.GetProperty("kind").GetString() == "Do").GetProperty("item").GetString()!;
        var task = items.Single(item => item.GetProperty("kind").GetString() == "Task").GetProperty("item").GetString()!;

        Assert.Contains("Text: Where is my parcel?", await office.DoAsync("show", task), StringComparison.Ordinal);
        await office.DoAsync("claim", find, "--revision", "1", "--hours", "2", "--as", "dia@example.com");
        Assert.Contains("claimed by dia@example.com until", await office.DoAsync("show", find), StringComparison.Ordinal);
        await office.DoAsync("release", find, "--revision", "1", "--as", "dia@example.com");
        Assert.DoesNotContain("claimed by", await office.DoAsync("show", find), StringComparison.Ordinal);
        await office.DoAsync("delegate", task, "--revision", "1", "--to", "CHO@example.com", "--as", "ben@example.com");
        await office.DoAsync("tick", task, "--revision", "1", "--notes", "By phone", "--as", "cho@example.com");
        await office.DoAsync("complete", find, "--revision", "1", "--tick", "1", "--value", Sum, "--as", "dia@example.com");

        var pay = Assert.Single((await office.JsonAsync("inbox", "--run", "back-17")).EnumerateArray()).GetProperty("item").GetString()!;
        var paid = await office.JsonAsync("report", pay, "--revision", "1", "--value", Sum, "--automation", "bank");
        Assert.Equal("Wait", paid.GetProperty("state").GetString());
        var sample = (await office.JsonAsync("inbox", "--as", "ben@example.com")).EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "Check").GetProperty("item").GetString()!;
        await office.DoAsync("judge", sample, "--revision", "1", "--right", "--notes", "Same as the bill", "--as", "ben@example.com");

        await office.DoAsync("event", "pay-back", "Wait", "--for", "17", "--id", "bank-1", "--value", """{"Text":"received"}""", "--automation", "bank");
        Assert.Equal("Completed", (await office.JsonAsync("show", "back-17")).GetProperty("state").GetString());
        var history = await office.DoAsync("history", "back-17", "--contents");
        Assert.All(["Delegated", "Released", "By phone", "SpotChecked", "Same as the bill", "EventArrived"], word => Assert.Contains(word, history, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Can_fail_outside_and_be_done_by_hand()
    {
        using Office office = new();
        await office.LetterAsync(answer: "This will bounce");
        await office.DoAsync("approve", "letter-17#2", "--revision", "1", "--tick", "1", "2", "3", "--as", "cho@example.com", "--work");
        var byHand = Assert.Single((await office.JsonAsync("inbox", "--as", "ana@example.com")).EnumerateArray());
        Assert.Equal("ByHand", byHand.GetProperty("kind").GetString());
        var item = byHand.GetProperty("item").GetString()!;
        Assert.Contains("the mail bounced", await office.DoAsync("history", "letter-17", "--contents"), StringComparison.Ordinal);
        Assert.Contains($"done-by-hand {item} --revision 1", await office.DoAsync("show", item), StringComparison.Ordinal);
        var done = await office.JsonAsync("done-by-hand", item, "--revision", "1", "--notes", "By paper", "--as", "ana@example.com");
        Assert.Equal("Completed", done.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Is_reported_as_failed()
    {
        using Office office = new();
        await office.DoAsync("start", "pay-back", "--run", "back-17", "--input", Office.Letter, "--as", "dia@example.com");
        var items = (await office.JsonAsync("inbox", "--all")).EnumerateArray().ToDictionary(item => item.GetProperty("kind").GetString()!, item => item.GetProperty("item").GetString()!);
        await office.DoAsync("tick", items["Task"], "--revision", "1", "--as", "ben@example.com");
        await office.DoAsync("complete", items["Do"], "--revision", "1", "--tick", "1", "--value", Sum, "--as", "dia@example.com");
        var pay = Assert.Single((await office.JsonAsync("inbox", "--run", "back-17")).EnumerateArray()).GetProperty("item").GetString()!;
        var failed = await office.JsonAsync("report", pay, "--revision", "1", "--failed", "no cover", "--automation", "bank");
        Assert.Equal("Fallback", failed.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Is_decided_about_as_a_whole()
    {
        using Office office = new();
        await office.LetterAsync();
        string[] ben = ["--as", "ben@example.com"];
        await office.DoAsync(["hold", "letter-17", "--reason", "Wait for the carrier", .. ben]);
        Assert.Equal(ExitCode.Refused, (await office.RunAsync(["fallback", "letter-17", .. ben])).Code);
        await office.DoAsync(["continue", "letter-17", .. ben]);
        Assert.Equal("Moved to the manual path. letter-17 is in Fallback, and letter-17#3 waits.\n", await office.DoAsync(["fallback", "letter-17", "--reason", "Too hot", .. ben]));
        await office.DoAsync(["resume", "letter-17", .. ben]);
        await office.DoAsync(["note", "letter-17", "The customer called", .. ben]);
        await office.DoAsync(["measure", "letter-17", "Hours to the answer", "2.5", .. ben]);
        Assert.Equal("Escalated. letter-17 is in Escalated, and letter-17#5 waits.\n", await office.DoAsync(["escalate", "letter-17", "--reason", "A lawyer", .. ben]));
        var history = await office.DoAsync("history", "letter-17", "--contents");
        Assert.All(["Held", "Wait for the carrier", "Continued", "SwitchedToManual", "Resumed", "The customer called", "Measured", "A lawyer"], word => Assert.Contains(word, history, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_found_out_when_somebody_changed_the_record()
    {
        using Office office = new();
        await office.LetterAsync();
        var anchor = office.Beside("anchor.txt");
        Assert.Equal($"The head of 1 run is in {anchor}.\n", await office.DoAsync("anchor", anchor));
        Assert.Equal(await File.ReadAllTextAsync(anchor, TestContext.Current.CancellationToken), await office.DoAsync("anchor"));
        Assert.Contains("has the one head", await office.DoAsync("verify", "--anchor", anchor), StringComparison.Ordinal);

        await using (SqliteConnection connection = new($"Data Source={office.File};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = connection.CreateCommand();
            change.CommandText = "UPDATE events SET by = 'eve@example.com' WHERE event = 'StepCompleted'";
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var said = await office.RunAsync("verify");
        Assert.Equal(ExitCode.Refused, said.Code);
        Assert.Contains("letter-17, event", said.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, (await office.RunAsync("verify", "--anchor", office.Beside("other.txt", "nothing\n"))).Code);
    }

    [Fact]
    public async Task Is_named_with_its_steps()
    {
        using Office office = new();
        Assert.Contains("answer-letter", await office.DoAsync("sops"), StringComparison.Ordinal);
        Assert.Contains("Draft: Draft an answer (Writer)", await office.DoAsync("sops", "answer-letter"), StringComparison.Ordinal);
        Assert.Equal("Hours to the answer", (await office.JsonAsync("sops", "answer-letter"))[0].GetProperty("metrics")[0].GetString());
    }
}
