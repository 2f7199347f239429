using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>R7 between two programs: one began a run and ended, somebody changed the class and compiled it, and the other program opens the file.</summary>
public sealed class AfterAChange
{
    private const string Moves = """[Change("2.0.0", "2026-11-20", "Two people look at it now", Moves = "Review -> LookAtIt")]""";

    [Fact]
    public async Task A_run_in_a_step_that_got_another_name_goes_on_where_the_change_says()
    {
        using Office office = new();
        await BeginAsync(office);
        var changed = ChangedProgram.Compile(office.Beside("changed"), text => Renamed(text, Moves));
        await DoAsync(office, changed, "work");
        Assert.Contains("letter-17#3", (await office.StartAsync(changed, "inbox", "--as", "cho@example.com")).Out, StringComparison.Ordinal);
        await DoAsync(office, changed, "approve", "letter-17#3", "--revision", "1", "--tick", "1", "2", "3", "--as", "cho@example.com", "--work");
        Assert.Contains("It is on its way.", office.Sent, StringComparison.Ordinal);
        var history = (await office.StartAsync(changed, "history", "letter-17")).Out;
        Assert.Contains("LookAtIt", history, StringComparison.Ordinal);
        await DoAsync(office, changed, "verify");
    }

    [Fact]
    public async Task Without_moves_the_new_program_names_the_run_and_refuses_and_the_old_one_goes_on()
    {
        using Office office = new();
        await BeginAsync(office);
        var changed = ChangedProgram.Compile(office.Beside("changed"), text => Renamed(text, """[Change("2.0.0", "2026-11-20", "Renamed")]"""));
        var refused = await office.StartAsync(changed, "work");
        Assert.NotEqual(ExitCode.Done, refused.Code);
        Assert.Contains("Run 'letter-17' names step 'Review', which SOP 'answer-letter' 2.0.0 does not have", refused.Error, StringComparison.Ordinal);
        Assert.Equal("", office.Sent);

        await DoAsync(office, Office.Program, "approve", "letter-17#2", "--revision", "1", "--tick", "1", "2", "3", "--as", "cho@example.com", "--work");
        Assert.Contains("It is on its way.", office.Sent, StringComparison.Ordinal);
        await DoAsync(office, Office.Program, "verify");
    }

    [Fact]
    public async Task A_step_that_is_put_before_another_one_moves_no_run()
    {
        using Office office = new();
        await BeginAsync(office);
        var changed = ChangedProgram.Compile(office.Beside("changed"), text => Changed(text, "[AutomatedStep(\"Send it\")]", """[Change("2.0.0", "2026-11-20", "Somebody else reads it")]""", """
            [HumanStep<Clerk>("Read it once more")]
                public partial Task ReadIt(Answer answer);

                [AutomatedStep("Send it")]
            """));
        await DoAsync(office, changed, "approve", "letter-17#2", "--revision", "1", "--tick", "1", "2", "3", "--as", "cho@example.com", "--work");
        Assert.Equal("", office.Sent);
        await DoAsync(office, changed, "complete", "letter-17#3", "--revision", "1", "--as", "dia@example.com", "--work");
        Assert.Contains("It is on its way.", office.Sent, StringComparison.Ordinal);
        await DoAsync(office, changed, "verify");
    }

    // With the program as it was: a draft by hand, which now waits for a look.
    private static async Task BeginAsync(Office office)
    {
        await DoAsync(office, Office.Program, "start", "answer-letter", "--run", "letter-17", "--input", Office.Letter, "--automation", "mail", "--work");
        await DoAsync(office, Office.Program, "complete", "letter-17#1", "--revision", "1", "--value", """{"Text":"It is on its way."}""", "--as", "ben@example.com");
    }

    // What a command of one of the programs says must go well.
    private static async Task DoAsync(Office office, string program, params string[] args)
    {
        var said = await office.StartAsync(program, args);
        Assert.Equal((ExitCode.Done, ""), (said.Code, said.Error));
    }

    private static string Renamed(string text, string change) => Changed(text, "Task<Answer> Review(", change, "Task<Answer> LookAtIt(");

    private static string Changed(string text, string old, string change, string now)
    {
        const string sop = "[Sop(\"Answer a letter\")";
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Contains(sop, text, StringComparison.Ordinal);
        return text.Replace(old, now, StringComparison.Ordinal).Replace(sop, change + "\n" + sop, StringComparison.Ordinal);
    }
}
