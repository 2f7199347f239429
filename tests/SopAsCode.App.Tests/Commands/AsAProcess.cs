using SopAsCode.App.Tests.Harness;

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
}
