using FsCheck;
using FsCheck.Fluent;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>What holds for every procedure the language can say, tried on random ones.</summary>
public class RandomProcedureTests
{
    private const int Together = 25;

    [Fact]
    public void Any_procedure_compiles_clean_and_runs_as_the_language_says_and_all_that_shows_its_ways_agrees()
    {
        var size = Math.Min(Together, Amount.Procedures);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest((Amount.Procedures + size - 1) / size)
            .WithReplay(new Replay(new Rnd((ulong)Amount.Seed), size: null));
        FsCheck.Check.One(config, Prop.ForAll(RandomPlans.Batches(size), Holds));
    }

    private static void Holds(Plan[] plans)
    {
        if (plans.Length > 0)
        {
            Batch.Check(plans, Holds);
        }
    }

    private static void Holds(Compiled compiled)
    {
        try
        {
            Drawings.Check(compiled);
            MachineTrial.Check(compiled);
            ValuesTrial.Check(compiled);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{problem.Message}\nSeed {Amount.Seed}, and this procedure:\n\n{compiled.Source}", problem);
        }
    }
}
