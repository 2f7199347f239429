using FsCheck;
using FsCheck.Fluent;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>What holds for every procedure the language can say, tried on random ones.</summary>
/// <param name="said">Where the figures of a long run go.</param>
public class RandomProcedureTests(ITestOutputHelper said)
{
    private const int Together = 25;

    // What can be true of approvals grows with the steps, and is the same in short procedures.
    private const int MostPlayedOut = 9;

    private int _procedures;
    private Tally _tally;

    [Fact]
    public void Any_procedure_compiles_clean_and_runs_as_the_language_says_and_all_that_shows_its_ways_agrees()
    {
        var size = Math.Min(Together, Amount.Procedures);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest((Amount.Procedures + size - 1) / size)
            .WithReplay(new Replay(new Rnd((ulong)Amount.Seed), size: null));
        FsCheck.Check.One(config, Prop.ForAll(RandomPlans.Batches(size), Holds));
        said.WriteLine($"{_procedures} procedures, {_tally}.");
    }

    private void Holds(Plan[] plans)
    {
        if (plans.Length > 0)
        {
            Batch.Check(plans, Holds);
        }
    }

    private void Holds(Compiled compiled)
    {
        try
        {
            Drawings.Check(compiled);
            MachineTrial.Check(compiled);
            ValuesTrial.Check(compiled);
            _tally += compiled.Plan.Steps.Length <= MostPlayedOut ? ApprovalTrial.Check(compiled) : default;
            _procedures++;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{problem.Message}\nSeed {Amount.Seed}, and this procedure:\n\n{compiled.Source}", problem);
        }
    }
}
