using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Code is broken most of the time it is looked at: whatever is cut out of an SOP, no rule may throw.</summary>
public class RobustnessTests
{
    private const int Stride = 31;

    [Fact]
    public Task The_whole_is_fine() => Shape.CheckAsync(Listing.Source);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Cut_off_anywhere(int part)
    {
        const int parts = 4;
        for (var at = part * Stride; at < Listing.Source.Length; at += parts * Stride)
        {
            await AssertHoldsAsync(Listing.Source[..at], $"cut off at {at}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Pieces_missing_anywhere(int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < 15; i++)
        {
            var at = chance.Next(Listing.Source.Length);
            var length = Math.Min(chance.Next(1, i % 3 == 0 ? 200 : 12), Listing.Source.Length - at);
            await AssertHoldsAsync(Listing.Source.Remove(at, length), $"seed {seed}: {length} letters missing at {at}");
        }
    }

    [Fact]
    public async Task Lines_missing_or_twice()
    {
        var lines = Listing.Source.Split('\n');
        for (var i = 0; i < lines.Length; i += 3)
        {
            if (i % 2 == 0)
            {
                await AssertHoldsAsync(string.Join('\n', lines.Where((_, number) => number != i)), $"line {i} missing");
                continue;
            }

            await AssertHoldsAsync(string.Join('\n', lines.SelectMany((line, number) => Enumerable.Repeat(line, number == i ? 2 : 1))), $"line {i} twice");
        }
    }

    [Theory]
    [InlineData("[Sop] public partial class A : Sop { }")]
    [InlineData("[Sop(null!, Id = null)] public partial class A : Sop { }")]
    [InlineData("[Sop(\"A\")] partial class { [HumanStep<>] void }")]
    [InlineData("[Sop(\"A\")] partial class A : Sop<A> { [HumanStep<A>(\"x\")] public partial A.B<> A(); }")]
    [InlineData("[Sop(\"A\")] partial class A : A { [AutomatedStep] public unsafe Task A(int* p, delegate*<void> f, TypedReference t) => null; }")]
    [InlineData("[Sop(\"A\")] partial class A : Sop<dynamic> { [AutomatedStep] Task<(dynamic, T)> B<T>(__arglist) => null; [Condition] static bool C => true; }")]
    [InlineData("[Sop(\"A\")] partial interface A { [AutomatedStep] Task B(); } [Sop(\"B\")] enum B { [AutomatedStep] C } [Sop(\"D\")] delegate void D();")]
    [InlineData("[Sop(\"A\")] partial class A : Sop { [AutomatedStep] static A() { } [AutomatedStep] ~A() { } [AutomatedStep] public static A operator +(A a) => a; }")]
    [InlineData("[AutomatedStep] Task Top() => null; [assembly: Grant<>(On = )] [assembly: Grant<A, B>(Until = 5)] [assembly: SopSummary(null, 1)]")]
    [InlineData("[assembly: Grant<A, B>(default, On = \"x\", On = \"y\")] [assembly: SopSummary(typeof(int*), 1, Id = 5)] [Model] [Model(5)] class M : Agent;")]
    [InlineData("[Sop(\"A\")] partial class A : Sop { [AutomatedStep, Next(\"\\uD800{0}\"), Next(null), Next(When = null), OnReject(\"A\", 5)] public Task B(A a, A) => null; }")]
    [InlineData("[Sop(\"A\")] partial class A : Sop { [Condition Condition(\"x\")] static bool C() => true; }")]
    [InlineData("[Sop(\"A\")] partial class A : Sop { [HumanStep<R> HumanStep<R>(\"x\")] public partial Task B(); [Handoff<A> Checkpoint<R>] Task C(); [AiStep<G> Condition(\"y\")] bool D; } class R : Role; class G : Agent;")]
    public Task Odd_code(string source) => AssertHoldsAsync(source, source);

    private static async Task AssertHoldsAsync(string source, string what)
    {
        var thrown = (await PlainRun.OfAsync(source)).Thrown;
        Assert.True(thrown is null, $"{what}: {thrown}");
    }
}
