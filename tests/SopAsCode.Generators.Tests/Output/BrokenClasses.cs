using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>What the compiler itself says of a class that can't be an SOP. A build with such an error shows no finding of a rule, so this is all that its author reads.</summary>
public class BrokenClasses
{
    private const string Step = "[HumanStep<Support>(\"Look\")] public partial Task Look(Ticket ticket);";

    // Where it compiles, the rule speaks in a build too.
    [Theory]
    [InlineData("[Sop(\"One\")] public sealed class One : Sop<Ticket> { [AutomatedStep(\"Look\")] public Task Look(Ticket ticket) => Task.CompletedTask; }")]
    [InlineData("public class Outer { [Sop(\"One\")] public sealed partial class One : Sop<Ticket> { [AutomatedStep(\"Look\")] public Task Look(Ticket ticket) => Task.CompletedTask; } }")]
    public void Nothing_of_one_that_is_not_partial_and_needs_no_bodies(string source) => AssertSaid(source);

    [Fact]
    public void Of_one_that_is_not_partial() =>
        AssertSaid($"[Sop(\"One\")] public sealed class One : Sop<Ticket> {{ {Step} }}", "CS0260: Missing partial modifier on declaration of type 'One'; another partial declaration of this type exists");

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("struct")]
    [InlineData("interface")]
    public void Of_one_in_a_type_that_is_not_partial(string kind) =>
        AssertSaid($"public {kind} Outer {{ [Sop(\"One\")] public sealed partial class One : Sop<Ticket> {{ {Step} }} }}", "CS0260: Missing partial modifier on declaration of type 'Outer'; another partial declaration of this type exists");

    [Fact]
    public void Of_one_that_derives_from_another_one() =>
        AssertSaid($"[Sop(\"Two\")] public partial class Two : Sop<Ticket> {{ {Step} }} [Sop(\"One\")] public sealed partial class One : Two {{ {Step.Replace("Look(", "See(", StringComparison.Ordinal)} }}");

    private static void AssertSaid(string source, params string[] said) => Assert.Equal(
        said,
        GeneratorRun.Of(SopProject.Of("namespace Team;\n" + source).ThatDoesNotCompile()).Output.GetDiagnostics()
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS1591")
            .Select(found => $"{found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
}
