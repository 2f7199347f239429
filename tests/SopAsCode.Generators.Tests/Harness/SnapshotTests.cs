using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

/// <summary>Each test has a folder of its own that goes away, and plays a test class there.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string TestFile => Path.Combine(_folder, "SnapshotTests.cs");

    [Fact]
    public void A_text_nobody_has_read_fails_and_is_left_to_be_read()
    {
        var failure = Assert.Throws<TrueException>(() => Snapshot.Match("new\n", "md", file: TestFile, member: "Page", isAccepting: false));

        Assert.Contains("SnapshotTests.Page.verified.md does not exist", failure.Message, StringComparison.Ordinal);
        Assert.Equal("new\n"u8.ToArray(), File.ReadAllBytes(Path.Combine(_folder, "SnapshotTests.Page.received.md")));
    }

    [Fact]
    public void The_same_text_passes_and_takes_the_received_one_away()
    {
        Write("SnapshotTests.Page.verified.md", "same\n");
        Write("SnapshotTests.Page.received.md", "old");

        Snapshot.Match("same\n", "md", file: TestFile, member: "Page", isAccepting: false);

        Assert.Equal("SnapshotTests.Page.verified.md", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Theory]
    [InlineData("one\ntwo\n", "one\n2\n", "First difference in line 2:\nexpected: two\nactual:   2")]
    [InlineData("one\r\n", "one\n", "expected: one\\r")]
    [InlineData("\uFEFFone\n", "one\n", "expected: (BOM)one")]
    [InlineData("one\n", "one\ntwo", "expected: \nactual:   two")]
    public void Another_text_fails_and_says_where_they_part(string verified, string now, string message)
    {
        Write("SnapshotTests.Page.verified.md", verified);

        var failure = Assert.Throws<TrueException>(() => Snapshot.Match(now, "md", file: TestFile, member: "Page", isAccepting: false));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "SnapshotTests.Page.received.md")));
    }

    [Fact]
    public void All_generated_files_are_compared()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good);
        Write("SnapshotTests.Run#First.g.verified.cs", "//HintName: First.g.cs\n" + run["First.g.cs"]);

        var failure = Assert.Throws<TrueException>(() => Snapshot.Match(run, TestFile, "Run", isAccepting: false));
        File.Move(Path.Combine(_folder, "SnapshotTests.Run#Second.g.received.cs"), Path.Combine(_folder, "SnapshotTests.Run#Second.g.verified.cs"));
        Snapshot.Match(run, TestFile, "Run", isAccepting: false);

        Assert.Contains("SnapshotTests.Run#Second.g.verified.cs does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_file_that_is_no_longer_generated_fails()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good);
        foreach (var (hint, text) in run.Files)
        {
            Write($"SnapshotTests.Run#{Path.GetFileNameWithoutExtension(hint)}.verified.cs", $"//HintName: {hint}\n{text}");
        }

        Snapshot.Match(run, TestFile, "Run", isAccepting: false);
        Write("SnapshotTests.Run#Third.g.verified.cs", "");

        var failure = Assert.Throws<TrueException>(() => Snapshot.Match(run, TestFile, "Run", isAccepting: false));

        Assert.Equal("SnapshotTests.Run#Third.g.verified.cs is approved, but no longer generated.", failure.Message);
    }

    [Fact]
    public void Accepting_writes_what_is_generated_and_deletes_what_is_not()
    {
        var run = GeneratorRun.Of(SampleSops.Project, SampleGenerators.Good);
        Write("SnapshotTests.Run#First.g.verified.cs", "old");
        Write("SnapshotTests.Run#Third.g.verified.cs", "gone");

        Snapshot.Match(run, TestFile, "Run", isAccepting: true);
        Snapshot.Match(run, TestFile, "Run", isAccepting: false);

        Assert.Equal(
            "SnapshotTests.Run#First.g.verified.cs, SnapshotTests.Run#Second.g.verified.cs",
            string.Join(", ", Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Tests_are_found_when_the_build_maps_the_paths_of_sources() =>
        Snapshot.AssertNoneStale(typeof(SnapshotTests).Assembly, "/_/tests/SopAsCode.Generators.Tests/Harness/SnapshotTests.cs");

    [Fact]
    public void Approved_files_of_tests_that_are_gone_are_stale()
    {
        Write($"{nameof(SnapshotTests)}.{nameof(All_generated_files_are_compared)}#First.g.verified.cs", "");
        Write($"{nameof(SnapshotTests)}.Gone.verified.md", "");
        Write("GoneTests.Fine.verified.md", "");

        Assert.Equal("GoneTests.Fine.verified.md, SnapshotTests.Gone.verified.md", string.Join(", ", Snapshot.Stale(_folder, typeof(SnapshotTests).Assembly)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
