using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>All generated files of the examples, read and approved.</summary>
public class SnapshotTests
{
    [Fact]
    public void TinyTeam() => Snapshot.Match(GeneratorRun.Of(Example.Of("TinyTeam")));

    [Fact]
    public void Every_approved_file_belongs_to_a_test() => Snapshot.AssertNoneStale(typeof(SnapshotTests).Assembly);

    [Fact]
    public void The_examples_come_out_the_same_for_any_order_of_files_and_any_culture() => Determinism.AssertSame(Example.Of("TinyTeam"));

    [Fact]
    public Task The_generated_code_of_the_examples_is_clean() => GeneratedCode.AssertCleanAsync(GeneratorRun.Of(Example.Of("TinyTeam")));
}
