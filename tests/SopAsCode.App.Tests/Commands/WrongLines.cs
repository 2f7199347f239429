using System.Text.Json;
using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>What is wrong is said in a sentence on the standard error, with an exit code, and changes nothing.</summary>
public class WrongLines(LetterOnTheDesk desk) : IClassFixture<LetterOnTheDesk>
{
    public static TheoryData<string, int, string> Lines => new()
    {
        { "aprove letter-17#2", 2, "There is no command 'aprove'. Did you mean 'approve'?" },
        { "approve letter-17#2 --revison 1 --as ben@example.com", 2, "'approve' does not know '--revison'. Did you mean '--revision'? help approve says how to write it." },
        { "approve", 2, "help approve" },
        { "approve letter-17#2 --revision one --as ben@example.com", 2, "help approve" },
        { "approve letter-17#2 --as ben@example.com", 2, "Say which revision you saw" },
        { "approve letter-17#2 --revision 1", 2, "Say who acts: --as with a name, or the environment variable SOP_AS." },
        { "approve letter-17#2 --revision 1 --as bne@example.com", 1, "Nobody named 'bne@example.com' holds a role here. Did you mean 'ben@example.com'?" },
        { "approve letter-17#2 --revision 1 --tick 1 2 3 --as dia@example.com", 1, "it is for Lead" },
        { "approve letter-17#2 --revision 1 --tick 1 2 --as ben@example.com", 1, "this one is not: The tone fits" },
        { "approve letter-17#2 --revision 1 --tick 4 --as ben@example.com", 3, "There is no line 4 to tick: there are 3." },
        { "approve letter-17#2 --revision 7 --tick 1 2 3 --as ben@example.com", 1, "revision 7 was answered" },
        { "approve letter-17#2 --revision 1 --tick 1 2 3 --value {} --as ben@example.com", 1, "must be JSON of a 'Answer'" },
        { "approve letter-17#2 --revision 1 --value {} --value-file x --as ben@example.com", 2, "The value is given twice" },
        { "approve letter-17#2 --revision 1 --value-file /no/such/file --as ben@example.com", 2, "'/no/such/file' can't be read" },
        { "approve letter-17#9 --revision 1 --as ben@example.com", 3, "There is no item 'letter-17#9'." },
        { "complete letter-17#2 --revision 1 --tick 1 2 3 --as ben@example.com", 1, "approve or reject it" },
        { "reject letter-17#2 --revision 1 --as ben@example.com", 2, "Say why" },
        { "start answer-leter --automation mail", 3, "There is no SOP 'answer-leter'. Did you mean 'answer-letter'? The command sops names all of them." },
        { "start answer-letter --automation mail", 1, "needs an input" },
        { "start answer-letter --automation mail --ai gpt", 2, "Either an automation acts or an AI" },
        { "start answer-letter --automation mail --input {\"Number\":\"1\",\"Text\":\"x\",\"Mood\":1}", 1, "must be JSON of a 'Letter'" },
        { "start answer-letter --automation mail --trigger x --input {\"Number\":\"1\",\"Text\":\"x\",\"Mood\":\"Calm\"}", 3, "has no trigger 'x'" },
        { "measure letter-17 Speed 3 --as ben@example.com", 3, "has no metric 'Speed'" },
        { "measure letter-17 Speed fast --as ben@example.com", 2, "help measure" },
        { "show letter-18", 3, "There is no run 'letter-18'." },
        { "show letter-1", 3, "There is no run 'letter-1'." },
        { "history letter-18", 3, "There is no run 'letter-18'." },
        { "cancel letter-17 --as ben@example.com", 2, "This can't be undone: add --yes when you are sure." },
        { "erase letter-17 --yes --because x --as ben@example.com", 1, "still runs" },
        { "judge letter-17#2 --revision 1 --as ben@example.com", 2, "Say either --right or --wrong." },
        { "claim letter-17#2 --revision 1 --hours 0 --as ben@example.com", 2, "--hours is a number above 0" },
        { "claim letter-17#2 --as ben@example.com", 2, "Say which revision you saw" },
        { "report letter-17#2 --revision 1 --automation bank --cost 1", 2, "A cost has a currency" },
        { "report letter-17#2 --revision 1 --automation bank --input-tokens 1", 2, "--input-tokens and --output-tokens" },
        { "report letter-17#2 --revision 1 --automation bank --failed x --value {}", 2, "What failed has no value" },
        { "event pay-back Weit --for 17 --id e1 --automation bank", 3, "has no step 'Weit' that waits for an event" },
        { "note letter-99 Hello --as ben@example.com", 3, "letter-99" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Say_what_is_wrong_and_change_nothing(string line, int code, string sentence)
    {
        var office = desk.Office;
        var before = await office.DoAsync("anchor");
        var args = line.Split(' ');
        var said = await office.RunAsync(args);
        Assert.Equal((code, ""), (said.Code, said.Out));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);

        var json = await office.RunAsync([.. args, "--json"]);
        Assert.Equal(code, json.Code);
        using var document = JsonDocument.Parse(json.Out);
        Assert.Contains(sentence, document.RootElement.GetProperty("refusal").GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.Equal(before, await office.DoAsync("anchor"));
    }

    [Fact]
    public async Task Say_that_the_store_is_something_else()
    {
        using Office office = new();
        await File.WriteAllTextAsync(office.File, new string('x', 5000), TestContext.Current.CancellationToken);
        var said = await office.RunAsync("runs");
        Assert.Equal(ExitCode.Store, said.Code);
        Assert.Contains("sops.db", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_all_commands_and_exit_codes()
    {
        using Office office = new();
        var help = await office.DoAsync("help");
        Assert.Equal(help, await office.DoAsync());
        Assert.All(
            ["sops", "start", "runs", "work", "inbox", "show", "claim", "release", "delegate", "approve", "reject", "complete", "done-by-hand", "tick", "judge", "report", "event",
                "fallback", "resume", "escalate", "hold", "continue", "cancel", "note", "measure", "history", "verify", "anchor", "erase"],
            command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.All(["0    done", "1    refused", "2    the command line", "3    there is no such", "4    the store", "130  stopped"], code => Assert.Contains(code, help, StringComparison.Ordinal));
        Assert.Contains("--revision", await office.DoAsync("help", "approve"), StringComparison.Ordinal);
        Assert.Equal(2, (await office.RunAsync("help", "aprove")).Code);
    }
}

/// <summary>A letter that waits for a look. Nothing that is wrong changes it, so one serves all.</summary>
public sealed class LetterOnTheDesk : IAsyncLifetime
{
    internal Office Office { get; } = new();

    public async ValueTask InitializeAsync() => await Office.LetterAsync();

    public ValueTask DisposeAsync()
    {
        Office.Dispose();
        return ValueTask.CompletedTask;
    }
}
