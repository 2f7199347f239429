using SopAsCode.TestHarness;

namespace SopAsCode.Property.Tests.Robustness;

/// <summary>Code is broken most of the time it is looked at: whatever becomes of a file, generator, rules and fixes go on.</summary>
public class MutationTests
{
    // Generous: it is there for what never ends.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whatever_becomes_of_a_file_neither_generator_nor_rules_throw()
    {
        for (var i = 0; i < Amount.Mutations; i++)
        {
            var mutant = Mutant.Of(Amount.Seed + i);
            await AssertHoldsAsync(mutant, mutant.ThrownAsync);
        }
    }

    [Fact]
    public async Task Whatever_becomes_of_a_file_the_fixes_that_are_offered_can_be_applied()
    {
        for (var i = 0; i < Amount.Mutations; i += 10)
        {
            var mutant = Mutant.Of(Amount.Seed + i);
            await AssertHoldsAsync(mutant, _ => ThrownByFixesAsync(mutant));
        }
    }

    private static async Task<string?> ThrownByFixesAsync(Mutant mutant)
    {
        try
        {
            await FixRun.TryAllAsync(mutant.Project);
            return null;
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
    }

    private static async Task AssertHoldsAsync(Mutant mutant, Func<CancellationToken, Task<string?>> thrownBy)
    {
        using var guard = new CancellationTokenSource(Longest);
        string? thrown;
        try
        {
            thrown = await Task.Run(() => thrownBy(guard.Token)).WaitAsync(Longest + TimeSpan.FromSeconds(10));
        }
        catch (Exception end) when (end is OperationCanceledException or TimeoutException)
        {
            thrown = $"It does not end within {Longest}.";
        }

        if (thrown is not null)
        {
            Assert.Fail($"Seed {mutant.Seed}, {mutant.File}: {thrown}\n\n{mutant.Source}");
        }
    }
}
