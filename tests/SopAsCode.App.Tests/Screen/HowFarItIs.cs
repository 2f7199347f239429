using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Screen;

/// <summary>A command that takes long says so at a terminal, and leaves nothing there.</summary>
public class HowFarItIs
{
    private static readonly Seat Terminal = new() { IsPerson = true, ShowsProgress = true };

    [Fact]
    public async Task Is_said_by_what_reads_the_record_and_gone_before_the_answer()
    {
        using Office office = new() { Time = new SlowMachine(2) };
        await office.LetterAsync();
        var folder = office.Beside("pack");
        foreach (var line in new[] { new[] { "verify" }, ["scorecard"], ["cost"], ["risk"], ["review"], ["export", "--out", folder], ["verify", "--pack", folder] })
        {
            var said = await office.RunAsync(Terminal, line);
            Assert.Equal(ExitCode.Done, said.Code);
            Assert.Matches("^(\rReading the record: [1-9] events)+\r\u001b\\[K$", said.Error);
            Assert.DoesNotContain("Reading", said.Out, StringComparison.Ordinal);
            Assert.Equal("", (await office.RunAsync(Terminal with { ShowsProgress = false }, line[0] == "export" ? ["verify"] : line)).Error);
        }

        Assert.Equal("", (await office.RunAsync(Terminal, "verify", "--json")).Error);
        Assert.Equal("\rReading the record\r\u001b[K", (await office.RunAsync(Terminal with { Width = 19 }, "verify")).Error);
    }

    [Fact]
    public async Task Is_not_said_in_the_first_second()
    {
        using Office office = new() { Time = new SlowMachine(0.1) };
        await office.LetterAsync();
        Assert.Equal("", (await office.RunAsync(Terminal, "verify")).Error);
    }

    // Some seconds pass whenever somebody looks.
    private sealed class SlowMachine(double seconds) : TimeProvider
    {
        private double _passed;

        public override long GetTimestamp() => (long)((_passed += seconds) * TimestampFrequency);
    }
}
