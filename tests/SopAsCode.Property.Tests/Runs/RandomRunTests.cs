using FsCheck;
using FsCheck.Fluent;
using SopAsCode.Property.Tests.Procedures;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>Runs of random procedures on a host stand where the language says, whatever happens to them.</summary>
/// <param name="said">Where the figures of a long run go.</param>
public class RandomRunTests(ITestOutputHelper said)
{
    private const int Together = 8;
    private const int RunsOfEach = 3;

    private int _procedures;
    private int _moves;
    private int _refused;

    [Fact]
    public void Record_machine_and_interpreter_agree_about_any_run_with_failures_crashes_and_restarts()
    {
        var size = Math.Min(Together, Amount.Runs);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest((Amount.Runs + size - 1) / size)
            .WithReplay(new Replay(new Rnd((ulong)Amount.Seed), size: null));
        FsCheck.Check.One(config, Prop.ForAll(RandomPlans.Batches(size), Holds));
        said.WriteLine($"{_procedures} procedures, {_procedures * RunsOfEach} runs, {_moves} things that happened to them, {_refused} writes and hand-offs refused.");
    }

    private void Holds(Plan[] plans)
    {
        if (plans.Length > 0)
        {
            Batch.Check([.. plans.Select(plan => plan with { Wording = Wording.Plain })], Holds, isLive: true);
        }
    }

    private void Holds(Compiled compiled)
    {
        try
        {
            var (moves, refused) = HostTrial.CheckAsync(compiled, RunsOfEach).GetAwaiter().GetResult();
            _moves += moves;
            _refused += refused;
            _procedures++;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{problem.Message}\nSeed {Amount.Seed}, and this procedure:\n\n{compiled.Source}", problem);
        }
    }
}
