using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What the path rules find is what happens when every run is played out.</summary>
public class PlayedRunsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_walk_finds_what_the_runs_show(int part)
    {
        const int flows = 5000;
        var kinds = new int[Enum.GetValues<UnsafeWriteKind>().Length];
        for (var seed = part * flows; seed < (part + 1) * flows; seed++)
        {
            var sop = SmallFlow.Make(seed, drafts: true);
            var found = WriteEffects.Unsafe(FlowBuilder.Build(sop));
            Assert.Equal(
                string.Join("; ", PlayedRuns.Bad(sop).Select(bad => $"{seed}: S{bad.Key} {bad.Value.Kind} after {bad.Value.Length}")),
                string.Join("; ", found.Select(write => $"{seed}: S{write.Step} {write.Kind} after {write.Path.Count - 1}")));
            found.ToList().ForEach(write => kinds[(int)write.Kind]++);
        }

        // That a value was made in time and shown to nobody, or left in the tool, takes more steps than most of these flows have.
        Assert.All(kinds, (count, kind) => Assert.True(count > ((UnsafeWriteKind)kind >= UnsafeWriteKind.NothingShown ? 5 : 50), "The flows are too tame to prove anything."));
    }

    [Fact]
    public void The_way_that_is_shown_can_be_gone()
    {
        for (var seed = 0; seed < 5000; seed++)
        {
            var graph = FlowBuilder.Build(SmallFlow.Make(seed, drafts: true));
            foreach (var write in WriteEffects.Unsafe(graph))
            {
                Assert.Equal(0, write.Path[0]);
                Assert.Equal(write.Step, write.Path[^1]);
                Assert.All(write.Path.Zip(write.Path.Skip(1)), hop => Assert.Contains(graph.From(hop.First), edge => edge.To == hop.Second));
                Assert.True(write.Path.Count == 1 || write.Arrivals.Any(edge => edge.From == write.Path[^2]), $"{seed}: no edge to lead through a checkpoint.");
                Assert.True(write.Approver is not null == write.Kind is UnsafeWriteKind.MadeAfter or UnsafeWriteKind.NotShown or UnsafeWriteKind.NothingShown
                    || (graph.Sop.HasApprovedInput && write is { Kind: UnsafeWriteKind.MadeAfter, Approver: null }));
                Assert.Equal(write.Kind != UnsafeWriteKind.Unapproved, write.Maker is not null);
            }
        }
    }

    [Fact]
    public void A_checkpoint_right_before_it_mends_a_write()
    {
        var mended = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var sop = SmallFlow.Make(seed);
            foreach (var write in WriteEffects.Unsafe(FlowBuilder.Build(sop)).Where(write => sop.Steps[write.Step].Kind != Model.StepKind.Ai))
            {
                var after = Checked(sop, write.Step);
                Assert.DoesNotContain(WriteEffects.Unsafe(FlowBuilder.Build(after)), left => left.Step == write.Step + 1);
                mended++;
            }
        }

        Assert.True(mended > 500, "The flows are too tame to prove anything.");
    }

    [Fact]
    public void More_types_than_a_word_has_bits_are_followed_around_a_way_back()
    {
        // Draft, then Relay, then Fix, then back to Send, which reads the draft and enough other values to need two words.
        var types = Enumerable.Range(0, 65).Select(number => $"T{number}").ToList();
        var plain = SmallFlow.Make(0).Steps[0] with { Kind = Model.StepKind.Automated, Access = [], Next = [], OnReject = null, OnTimeout = null, OnFailure = null, Limit = null };
        StepModel Step(string name, params NextModel[] next) => plain with { Name = name, Next = [.. next], Method = plain.Method with { Result = null, Parameters = [] } };
        NextModel To(string step) => new(new(step, false, DeclarationPlace.OfClass), null, 0, null, DeclarationPlace.OfClass);
        TypeUse Type(string name) => new(name, name, name, false, false, true, false);

        var send = Step("Send", To("(completed)"));
        var draft = Step("Draft", To("Relay"));
        var sop = SmallFlow.Make(0) with
        {
            Conditions = [],
            Steps =
            [
                draft with { Kind = Model.StepKind.Ai, Method = draft.Method with { Result = Type("T0") } },
                send with
                {
                    Access = [new(new("Tool", "Tool", DeclarationPlace.OfClass), Model.Access.Write, Model.Impact.Customers, false, DeclarationPlace.OfClass)],
                    Method = send.Method with { Parameters = [.. types.Select(type => new ParameterModel(type, Type(type), ParameterRole.Value, ""))] },
                },
                Step("Relay"),
                Step("Fix", To("Send")),
            ],
        };

        var write = Assert.Single(WriteEffects.Unsafe(FlowBuilder.Build(sop)));
        Assert.Equal((UnsafeWriteKind.UnreviewedAi, "T0"), (write.Kind, write.Value?.Key));
        Assert.Equal([0, 2, 3, 1], write.Path);
    }

    // Every way to the step leads to a checkpoint that shows what it reads, and falls through into it.
    private static SopModel Checked(SopModel sop, int at)
    {
        var step = sop.Steps[at];
        var renamed = step with { Name = step.Name + "Behind" };
        var checkpoint = new StepModel { Name = step.Name, Overload = 0, Title = "Review", Kind = Model.StepKind.Checkpoint, Place = step.Place, Method = step.Method with { Result = null } };
        return sop with { Steps = [.. sop.Steps.Take(at), checkpoint, renamed, .. sop.Steps.Skip(at + 1)] };
    }
}
