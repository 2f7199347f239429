using SopAsCode.TestHarness;
using Xunit.Sdk;

namespace SopAsCode.Generators.Tests.Harness;

public class DeterminismTests
{
    private static readonly SopProject TwoFiles = SampleSops.Project.With("Other.cs", "namespace Team; [Sop(\"Other\")] public partial class Other : Sop;");

    [Fact]
    public void What_depends_on_the_files_alone_passes() => Determinism.AssertSame(TwoFiles, SampleGenerators.Good);

    [Fact]
    public void What_depends_on_the_culture_fails() => Assert.Throws<TrueException>(() => Determinism.AssertSame(TwoFiles, SampleGenerators.ByCulture));

    [Fact]
    public void What_depends_on_the_order_of_files_fails() => Assert.Throws<TrueException>(() => Determinism.AssertSame(TwoFiles, SampleGenerators.ByOrder));

    [Fact]
    public void The_cultures_are_there() => Assert.Equal("ı", Determinism.Under("tr-TR", () => "I".ToLower(System.Globalization.CultureInfo.CurrentCulture)));
}
