using SopAsCode.App.SmallTeam;
using SopAsCode.App.Tests.Harness;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App.Tests.Commands;

/// <summary>The program as the shell sees it.</summary>
public class AsAProcess
{
    [Fact]
    public async Task It_takes_names_from_the_environment_values_from_a_pipe_and_answers_with_codes()
    {
        using Office office = new();
        Dictionary<string, string> ben = new() { ["SOP_AS"] = "ben@example.com" };
        var started = await office.StartAsync(ben, Office.Letter.Replace("parcel", "Päckchen", StringComparison.Ordinal), "start", "answer-letter", "--run", "letter-17", "--input-file", "-", "--work");
        Assert.Equal((ExitCode.Done, "Started. letter-17 is in Draft, and letter-17#1 waits.\n", ""), (started.Code, started.Out, started.Error));
        var shown = await office.StartAsync(ben, null, "show", "letter-17#1");
        Assert.Contains("Where is my Päckchen?", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", shown.Out, StringComparison.Ordinal);

        // Nobody can be asked, so nothing is.
        var unseen = await office.StartAsync(ben, "y\ny\ny\n", "complete", "letter-17#1", "--value", """{"Text":"Soon."}""");
        Assert.Equal(ExitCode.WrongCommandLine, unseen.Code);
        Assert.Equal("Say which revision you saw: --revision with the number that show names.\n", unseen.Error);
        Assert.Equal(ExitCode.NotFound, (await office.StartAsync(ben, null, "show", "letter-18")).Code);
    }

    [Fact]
    public async Task It_serves_until_it_is_told_to_stop_and_does_what_others_start_meanwhile()
    {
        using Office office = new();
        Dictionary<string, string> ben = new() { ["SOP_AS"] = "ben@example.com" };
        using var serving = office.Serve("serve", "--steps", "2");
        Assert.Equal("Serves 2 SOPs. Ctrl+C stops it.", await serving.StandardOutput.ReadLineAsync());
        Assert.Equal("No AI is configured: people get the prompts.", await serving.StandardOutput.ReadLineAsync());
        Assert.Equal(ExitCode.Done, (await office.StartAsync(ben, null, "start", "answer-letter", "--run", "letter-17", "--input", Office.Letter)).Code);

        // Nobody gave --work: the item is there because the other process did it.
        var end = Environment.TickCount64 + 30_000;
        while (!(await office.StartAsync(ben, null, "inbox")).Out.Contains("letter-17#1", StringComparison.Ordinal))
        {
            Assert.True(Environment.TickCount64 < end, "Nothing was done within half a minute.");
            await Task.Delay(200);
        }

        Office.Interrupt(serving);
        Assert.Equal("Stopped. What was in hand is done or given back.\n", await serving.StandardOutput.ReadToEndAsync());
        await serving.WaitForExitAsync();
        Assert.Equal((ExitCode.Done, ""), (serving.ExitCode, await serving.StandardError.ReadToEndAsync()));
    }

    [Theory]
    [InlineData(null, "No AI is configured: people get the prompts.")]
    [InlineData(false, "No AI answers for Writer: people get the prompts.")]
    [InlineData(true, null)]
    public void It_says_whose_prompts_people_get(bool? answers, string? sentence)
    {
        SopHostOptions options = new() { Agents = answers is { } some ? new SomeAI(some) : null };
        Assert.Equal(sentence, ServeCommand.WithoutAi(new([SmallTeamSops.Instance], _ => throw new InvalidOperationException(), options, null, () => true)));
    }

    private sealed class SomeAI(bool answers) : IAgentService
    {
        public bool AnswersFor(StepDefinition step) => answers;

        public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task It_does_not_serve_what_can_not_be()
    {
        using Office office = new();
        Dictionary<string, string> ben = new() { ["SOP_AS"] = "ben@example.com" };
        Assert.Equal((ExitCode.WrongCommandLine, "--steps takes a number from 1 to 1000.\n"), Of(await office.StartAsync(ben, null, "serve", "--steps", "0")));
        await File.WriteAllTextAsync(office.File, "This is no database. It only has its name, and enough text to look like something that somebody needs.");
        Assert.Equal(ExitCode.Store, (await office.StartAsync(ben, null, "serve")).Code);

        static (int, string) Of(Said ended) => (ended.Code, ended.Error);
    }
}
