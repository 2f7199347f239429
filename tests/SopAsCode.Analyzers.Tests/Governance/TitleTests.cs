using System.Diagnostics;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class TitleTests
{
    private const string Rule = "SOP1001";
    private const string Stream = "[ValueStream<CustomerSuccess>]";

    [Fact]
    public async Task A_title_that_breaks_the_pattern() => Assert.Equal(
        "Title 'do it' of SOP 'Do1' does not fit '^[A-Z]', the pattern of policy 'HousePolicy': give it a title that does",
        (await CheckAsync(Sop(title: "{|SOP1001:\"do it\"|}").With("House.cs", Policy("^[A-Z]")))).Message(Rule));

    [Theory]
    [InlineData("^[A-Z]")]
    [InlineData("it$")]
    [InlineData("")]
    [InlineData("TBD")]
    public Task Silent_about_a_title_that_fits(string pattern) => CheckAsync(Sop().With("House.cs", Policy(pattern)));

    [Theory]
    [InlineData("(")]
    [InlineData("[z-a]")]
    [InlineData("*")]
    [InlineData("a{2,1}")]
    public Task Silent_about_a_pattern_that_is_none(string pattern) => CheckAsync(Sop().With("House.cs", Policy(pattern)));

    [Fact]
    public async Task Silent_about_a_pattern_that_takes_for_ever()
    {
        var watch = Stopwatch.StartNew();
        await CheckAsync(Sop(title: $"\"{new string('a', 60)}!\"").With("House.cs", Policy("^(a+)+$")));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task No_value_stream() => Assert.Equal(
        "SOP 'Do1' belongs to no value stream, so it stands nowhere in the list of all SOPs: add [ValueStream<…>]",
        (await CheckAsync(Sop(stream: "", name: "{|SOP1001:Do1|}"))).Message(Rule));

    [Fact]
    public Task Silent_with_a_value_stream_and_without_a_policy() => CheckAsync(Sop(title: "\"do it\""));

    [Theory]
    [InlineData("Retired")]
    [InlineData("Idea")]
    public Task Silent_about_what_does_not_run(string stage) => CheckAsync(Sop(title: $"\"do it\", Stage = Stage.{stage}", stream: "").With("House.cs", Policy("^[A-Z]")));

    [Theory]
    [InlineData("[ValueStream]")]
    [InlineData("[ValueStream<Cust>]")]
    [InlineData("[Value]")]
    public Task Silent_while_an_attribute_is_unfinished(string stream) => CheckAsync(Sop(stream: stream).ThatDoesNotCompile());

    [Fact]
    public Task Silent_while_the_pattern_is_unfinished() => CheckAsync(Sop().With("House.cs", "[TitlePattern()] public sealed class HousePolicy : Policy;").ThatDoesNotCompile());

    private static SopProject Sop(string title = "\"Do it\"", string stream = Stream, string name = "Do1") =>
        $$"""[Sop({{title}})] {{stream}} public partial class {{name}} : Sop { [HumanStep<Support>("Do it")] public partial Task DoIt(); }""";

    private static string Policy(string pattern) => $"[TitlePattern(@\"{pattern}\")] public sealed class HousePolicy : Policy;";

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
