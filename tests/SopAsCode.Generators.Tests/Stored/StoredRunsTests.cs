using SopAsCode.Definitions;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Stored;

/// <summary>What a host stored before a class changed stays right after it.</summary>
public sealed class StoredRunsTests : IDisposable
{
    private const string Before =
        """
        namespace Team;
        [Sop("Answer a letter"), Owner<Support>]
        [Change("1.0.0", "2026-11-02", "First version")]
        public sealed partial class AnswerLetter : Sop<Ticket>
        {
            [HumanStep<Support>, Next(nameof(Review), When = nameof(IsDear), AtMost = 2), Next(End.Completed)]
            public partial Task<Reply> Draft(Ticket ticket);

            [Checkpoint<SeniorSupport>, OnReject(nameof(Draft), AtMost = 2)]
            public partial Task<Reply> Review(Reply reply);

            [HumanStep<Support>]
            public partial Task Send(Reply reply);

            [Condition("It is dear")] private static bool IsDear(Ticket ticket) => ticket.HighValue;
        }
        """;

    // A step above all others.
    private static readonly string Inserted = Before
        .Replace("[Change(", "[Change(\"1.1.0\", \"2026-11-20\", \"Somebody reads it first\")]\n[Change(", StringComparison.Ordinal)
        .Replace("    [HumanStep<Support>, Next", "    [HumanStep<Support>] public partial Task Read(Ticket ticket);\n\n    [HumanStep<Support>, Next", StringComparison.Ordinal);

    private readonly List<EmittedAssembly> _assemblies = [];

    public void Dispose() => _assemblies.ForEach(assembly => assembly.Dispose());

    [Fact]
    public void Stored_moves_lead_to_the_same_step_when_one_is_inserted_above()
    {
        var moves = Moved(Of(Before)).Select(move => SopMove.FromJson(move.ToJson())).ToList();
        var (definition, machine, _) = Of(Inserted);
        var run = new SopRun(definition, "run-1");
        moves.ForEach(run.Apply);
        Assert.Equal(("Draft", 1, 1, false), (run.State, run.Rejections("Review"), run.Taken("Draft when IsDear"), run.IsStarted));
        Assert.Equal(["Start", "SwitchToManual", "Escalate", "Cancel"], machine.Open(run).Select(trigger => trigger.ToString()));
    }

    [Fact]
    public void A_stored_run_stands_in_the_same_step_when_one_is_inserted_above()
    {
        var before = Of(Before);
        var run = new SopRun(before.Definition, "run-1");
        Moved(before, run);
        before.Machine.Start(run);
        var stored = run.Save().ToJson();
        Assert.Equal(
            """{"id":"run-1","sop":"answer-letter","version":"1.0.0","state":"Draft","isStarted":true,"cameFromIsDone":false,"failuresInVisit":0,"rejections":{"Review":1},"taken":{"Draft when IsDear":1},"tasks":{}}""",
            stored);

        var (definition, machine, ticket) = Of(Inserted);
        var restored = SopRun.Restore(definition, SopRunState.FromJson(stored));
        Assert.Equal(run.Save() with { Version = "1.1.0", Rejections = null!, Taken = null!, Tasks = null! }, restored.Save() with { Rejections = null!, Taken = null!, Tasks = null! });
        Assert.Equal((1, 1), (restored.Rejections("Review"), restored.Taken("Draft when IsDear")));
        restored.Values.Set(ticket.GetType(), ticket);
        Assert.True(machine.Fire(restored, SopTrigger.Complete).Moved);
    }

    [Fact]
    public void A_renamed_step_is_found_by_its_moves_and_must_start_again()
    {
        var before = Of(Before);
        var run = new SopRun(before.Definition, "run-1");
        var moves = Moved(before, run);
        before.Machine.Start(run);
        var (definition, _, _) = Of(Renamed("Moves = \"Draft -> Write\""));
        var restored = SopRun.Restore(definition, run.Save());
        Assert.Equal(("Write", false, 1, 1), (restored.State, restored.IsStarted, restored.Rejections("Review"), restored.Taken("Write when IsDear")));

        var replayed = new SopRun(definition, "run-1");
        moves.ForEach(replayed.Apply);
        Assert.Equal(("Write", 1, 1), (replayed.State, replayed.Rejections("Review"), replayed.Taken("Write when IsDear")));
    }

    [Fact]
    public void A_step_that_is_gone_is_named_with_what_to_write()
    {
        var before = Of(Before);
        var moves = Moved(before);
        var (definition, _, _) = Of(Renamed(null));
        var run = new SopRun(definition, "run-1");
        var error = Assert.Throws<UnknownStateException>(() => run.Apply(moves[0]));
        Assert.Equal(("answer-letter", "run-1", "Draft"), (error.Sop, error.Run, error.State));
        Assert.Equal(
            "Run 'run-1' names step 'Draft', which SOP 'answer-letter' 2.0.0 does not have. "
            + "Say in the SOP's newest change where such runs stand now: [Change(…, Moves = \"Draft -> NewStep\")].",
            error.Message);
        Assert.Throws<UnknownStateException>(() => SopRun.Restore(definition, new SopRun(before.Definition, "run-1").Save()));
    }

    [Fact]
    public void A_name_that_is_in_use_again_is_the_new_step_for_runs_that_know_it()
    {
        // Draft became Write in 2.0.0; 3.0.0 has another Draft, below.
        var again = Renamed("Moves = \"Draft -> Write\"")
            .Replace("[Change(\"2.0.0\"", "[Change(\"3.0.0\", \"2026-11-24\", \"A second draft\")]\n[Change(\"2.0.0\"", StringComparison.Ordinal)
            .Replace("    [HumanStep<Support>]\n    public partial Task Send", "    [HumanStep<Support>] public partial Task Draft(Reply reply);\n\n    [HumanStep<Support>]\n    public partial Task Send", StringComparison.Ordinal);
        var (definition, _, _) = Of(again);
        Assert.Equal("Write", Restored("1.0.0"));
        Assert.Equal("Draft", Restored("3.0.0"));

        string Restored(string version) => SopRun.Restore(definition, new() { Id = "run-1", Sop = definition.Id, Version = version, State = "Draft" }).State;
    }

    [Fact]
    public void A_run_of_another_sop_is_refused()
    {
        var (definition, _, _) = Of(Before);
        Assert.Throws<ArgumentException>(() => SopRun.Restore(definition, new() { Id = "run-1", Sop = "other", State = "Draft" }));
    }

    [Fact]
    public void A_move_from_elsewhere_is_refused()
    {
        var (definition, _, _) = Of(Before);
        var run = new SopRun(definition, "run-1");
        run.Apply(new() { Moved = true, From = "Draft", Trigger = SopTrigger.Start, To = "Draft" });
        var error = Assert.Throws<ArgumentException>(() => run.Apply(new() { Moved = true, From = "Review", Trigger = SopTrigger.Approve, To = "Send" }));
        Assert.StartsWith("The move Approve leaves 'Review', but run 'run-1' stands in 'Draft'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_members_and_missing_ones_are_no_stored_run()
    {
        Assert.Throws<System.Text.Json.JsonException>(() => SopRunState.FromJson("""{"id":"a","sop":"b"}"""));
        Assert.Throws<System.Text.Json.JsonException>(() => SopRunState.FromJson("""{"id":"a","sop":"b","state":"c","stat":"d"}"""));
        Assert.Throws<System.Text.Json.JsonException>(() => SopMove.FromJson("""{"moved":true,"from":"a","trigger":"Fly","to":"b"}"""));
    }

    private static string Renamed(string? moves) => Before
        .Replace("[Change(", $"[Change(\"2.0.0\", \"2026-11-20\", \"It is written\"{(moves is null ? "" : $", {moves}")})]\n[Change(", StringComparison.Ordinal)
        .Replace("nameof(Draft)", "nameof(Write)", StringComparison.Ordinal)
        .Replace("Task<Reply> Draft(", "Task<Reply> Write(", StringComparison.Ordinal);

    // Draft, Review, and back to Draft by a no.
    private static List<SopMove> Moved(Letters sop, SopRun? run = null)
    {
        run ??= new SopRun(sop.Definition, "run-1");
        run.Values.Set(sop.Ticket.GetType(), sop.Ticket);
        List<SopMove> moves = [];
        foreach (var trigger in new[] { SopTrigger.Start, SopTrigger.Complete, SopTrigger.Start, SopTrigger.Reject })
        {
            var move = sop.Machine.Fire(run, trigger);
            Assert.True(move.Moved, move.Reason);
            moves.Add(move);
        }

        return moves;
    }

    private Letters Of(string source)
    {
        var assembly = EmittedAssembly.Of(SopProject.Of(source));
        _assemblies.Add(assembly);
        return new(
            assembly.Get<SopDefinition>("Team.AnswerLetter", "Definition"),
            (SopMachine)assembly.TypeOf("Team.AnswerLetter").GetMethod("CreateSopMachine")!.Invoke(null, null)!,
            Activator.CreateInstance(assembly.TypeOf("Desk.Ticket"), "A letter", "Dear all", true)!);
    }

    private sealed record Letters(SopDefinition Definition, SopMachine Machine, object Ticket);
}
