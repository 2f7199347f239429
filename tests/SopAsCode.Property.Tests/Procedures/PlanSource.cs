using System.Text;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Writes a plan as the class a team would write.</summary>
internal static class PlanSource
{
    /// <summary>What all procedures share: their input, whose answers their conditions give, and the other values.</summary>
    public const string Around = """
        namespace Team;

        public enum Answer { No, Yes, NobodyKnows }
        [Data(DataClass.Internal)] public sealed record Case(Answer A, Answer B, Answer C);
        [Data(DataClass.Internal)] public sealed record Note(string Text);
        [Data(DataClass.Internal)] public sealed record Offer(int Cents);

        internal static class Answers
        {
            public static bool Give(Answer answer) => answer == Answer.NobodyKnows ? throw new System.ArithmeticException("nobody knows") : answer == Answer.Yes;
        }

        [Sop("Somebody else's procedure"), Owner<Support>]
        public sealed partial class Elsewhere : Sop<Case>
        {
            [HumanStep<Support>] public partial Task<Note> Look(Case it);
        }
        """;

    private static readonly string[] Letters = ["A", "B", "C"];

    public static string Of(Plan plan, string name)
    {
        var source = new StringBuilder($$"""
            namespace Team;

            [Sop("{{name}} by chance"), Owner<Support>]
            public sealed partial class {{name}} : Sop<Case>
            {

            """);
        for (var i = 0; i < plan.Steps.Length; i++)
        {
            foreach (var line in Step(plan, i))
            {
                source.Append("    ").Append(line).Append('\n');
            }

            source.Append('\n');
        }

        foreach (var letter in Letters)
        {
            source.Append("    [Condition(\"? holds\")]\n    private static bool Is?(Case it) => Answers.Give(it.?);\n\n".Replace("?", letter, StringComparison.Ordinal));
        }

        return source.Append("}\n").ToString();
    }

    private static IEnumerable<string> Step(Plan plan, int number)
    {
        var step = plan.Steps[number];
        yield return Kind(step, $"\"Do part {number + 1}\"");
        if (step.Work == Work.Ai)
        {
            yield return "[Prompt(\"Weigh the case.\"), Reads<Helpdesk>]";
        }

        foreach (var way in step.Next)
        {
            yield return $"[Next({Name(plan, way.To)}{When(way.When)}{AtMost(plan, way.AtMost, way.Then)})]";
        }

        if (step.OnReject is { } reject)
        {
            yield return $"[OnReject({Name(plan, reject.To)}{AtMost(plan, reject.AtMost, reject.Then)})]";
        }

        if (step.OnFailure is { } failure)
        {
            yield return $"[OnFailure({Name(plan, failure.To)}{(failure.Retries > 0 ? $", Retries = {failure.Retries}" : "")})]";
        }

        if (step.OnTimeout is { } late)
        {
            yield return $"[Due(Hours = {number + 1}), OnTimeout({Name(plan, late)})]";
        }

        if (step.Limit is { } limit)
        {
            var perDay = limit.PerDay > 0 ? $", PerDay = {limit.PerDay}" : "";
            var otherwise = limit.Else is null ? "" : $", Else = {Name(plan, plan.Outside(number, limit))}";
            yield return $"[Limit(\"A small one\"{When(limit.When)}{perDay}{otherwise})]";
        }

        yield return Method(plan, number);
    }

    private static string Kind(StepPlan step, string title) => step.Work switch
    {
        Work.Human => $"[HumanStep<Support>({title})]",
        Work.Ai => $"[AiStep<Writer>({title})]",
        Work.Checkpoint => $"[Checkpoint<Founder>({title})]",
        Work.Event => $"[WaitFor({title})]",
        Work.Delay => $"[WaitFor({title}), After(Days = 2)]",
        Work.HandOverAndWait when step.Makes % 2 == 1 => $"[Handoff<Elsewhere>({title}, Wait = true, Result = typeof(Note))]",
        Work.HandOverAndWait => $"[Handoff<Elsewhere>({title}, Wait = true)]",
        Work.HandOver or Work.HandOverByCode or Work.HandOverEach => $"[Handoff<Elsewhere>({title})]",
        _ => $"[AutomatedStep({title})]",
    };

    private static string Method(Plan plan, int number)
    {
        var step = plan.Steps[number];
        var (type, value) = Result(step);
        List<string> parameters = [];
        void Perhaps(int bit, string parameter)
        {
            if ((step.Reads & bit) != 0)
            {
                parameters.Add(parameter);
            }
        }

        if (step.Work is Work.HandOverByCode or Work.HandOverEach || (step.Reads & 1) != 0)
        {
            parameters.Add("Case it");
        }

        Perhaps(2, "Note? note");
        Perhaps(4, "Offer? offer");
        Perhaps(8, "Verdict? verdict");
        Perhaps(16, "Rejection? rejection");
        if (step.HasBody)
        {
            Perhaps(32, "StepContext step, CancellationToken cancel");
        }

        var task = step.Work == Work.Script && step.Makes % 3 == 0 ? "ValueTask" : "Task";
        var returns = type is null ? task : $"{task}<{type}>";
        var body = !step.HasBody ? ";" : $" => {task}.{(type is null ? "CompletedTask" : $"FromResult<{type}>({value})")};";
        return $"public {(step.HasBody ? "" : "partial ")}{returns} {plan.NameOf(number)}({string.Join(", ", parameters)}){body}";
    }

    private static (string? Type, string? Value) Result(StepPlan step) => step.Work switch
    {
        Work.Delay or Work.HandOver or Work.HandOverAndWait => (null, null),
        Work.HandOverByCode => ("Case", "it"),
        Work.HandOverEach => ("IReadOnlyList<Case>", "[it]"),
        Work.Human or Work.Checkpoint when step.Makes % 5 == 4 => ("(Note, Offer)", null),
        _ => (step.Makes % 4) switch
        {
            0 => (null, null),
            1 => ("Note", "new(\"done\")"),
            2 => ("Offer", "new(5)"),
            _ => ("Verdict", "Verdict.Fine"),
        },
    };

    private static string When(int? condition) => condition is { } number ? $", When = nameof(Is{Letters[number]})" : "";

    private static string AtMost(Plan plan, int count, int? then) =>
        count == 0 ? "" : $", AtMost = {count}{(then is { } number ? $", Then = {Name(plan, number)}" : "")}";

    private static string Name(Plan plan, int number)
    {
        var state = plan.StateOf(number);
        var name = plan.NameOf(state);
        return state < plan.Fallback ? $"nameof({name})" : state == plan.Fallback ? name : $"End.{name}";
    }
}
