using System.Globalization;
using System.Text;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Writes a plan as the class a team would write.</summary>
internal static class PlanSource
{
    /// <summary>What all procedures share: their input, whose answers their conditions give, and the other values.</summary>
    public const string Around = """
        namespace Team
        {
            public enum Answer { No, Yes, NobodyKnows }
            [Data(DataClass.Internal)] public sealed record Case(Answer A, Answer B, Answer C);
            [Data(DataClass.Internal)] public sealed record Note(string Text);
            [Data(DataClass.Internal)] public sealed record Offer(int Cents);
            [Data(DataClass.Internal)] public sealed record Sum(int Cents);

            public record struct Price(int Cents, Price[]? Before);
            public struct Point { public int X { get; set; } public required int Y { get; init; } }
            public sealed record Box<T>(T Value, string? Label);
            public sealed record Tree(Tree? Left, IReadOnlyList<Tree?> Leaves, (int A, string? B) Pair, Box<Box<int?>> Deep, object? Any, Price? Price, char Letter);
            public abstract record Shape(double Size);
            public interface IThing { string? Name { get; } }
            public static class Outside { public sealed class Inside { public string? @class { get; set; } public nint Native { get; set; } public global::System.ReadOnlySpan<char> Start => @class; } }
            public sealed record @event(int @default, string[] @params, IDictionary<string, List<string?>?> @new);
            [global::System.Flags] public enum Bits : byte { @class = 1, Über = 2 }
            public record Loose { public string Text { get; set; } = ""; public int this[int i] => i; public static Loose None => new(); public string Hidden { private get; set; } = ""; public Loose? Next; }

            internal static class Answers
            {
                public static bool Give(Answer answer) =>
                    answer == Answer.NobodyKnows ? throw new global::System.ArithmeticException("nobody knows") : answer == Answer.Yes;
            }

            [Sop("Somebody else's procedure"), Owner<Support>]
            public sealed partial class Elsewhere : Sop<Case>
            {
                [HumanStep<Support>] public partial Task<Note> Look(Case it);
            }
        }

        namespace Team
        {
            [Sop("Another procedure"), Owner<Support>]
            public sealed partial class Another : Sop<Case>
            {
                [HumanStep<Support>] public partial Task Look(Case it);
            }
        }

        namespace Team
        {
            [Sop("A trusting procedure"), ApprovedInput, Owner<Support>]
            public sealed partial class Trusting : Sop<Case>
            {
                [HumanStep<Support>] public partial Task Look(Case it);
            }
        }

        namespace Team.Other
        {
            public sealed record Note(int Number);
        }
        """;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] Letters = ["A", "B", "C"];

    /// <summary>The world in which code of procedures does something: a test says what comes of it.</summary>
    public const string World = """
        namespace Team
        {
            public static class World
            {
                public static global::System.Func<string, object?> Does { get; set; } = static _ => null;

                public static async Task DoAsync(string step)
                {
                    await Task.Yield();
                    Does(step);
                }

                public static async Task<T> MakeAsync<T>(string step)
                {
                    await Task.Yield();
                    return (T)Does(step)!;
                }
            }
        }
        """;

    /// <summary>The procedure whose result a plan's steps bring back; null when none does.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="name">The name of its class.</param>
    public static string? ResultOf(Plan plan, string name) => !plan.Steps.Any(step => step.HasResult) ? null : $$"""
        namespace Team
        {
            [Sop("A procedure with a result"), Owner<Support>]
            public sealed partial class ResultFor{{name}} : Sop<Case>
            {
                [HumanStep<Support>] public partial Task<{{plan.Wording.Type(0)}}> Look(Case it);
            }
        }
        """;

    /// <summary>The source of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="name">The name of its class.</param>
    /// <param name="isLive">Whether its code does what <see cref="World"/> says, and not nothing.</param>
    public static string Of(Plan plan, string name, bool isLive = false)
    {
        var words = plan.Wording;
        var space = words.Space(name);
        var opening = words.Opening(name);
        var title = Wording.Literal(words.Text(0, $"{name} by chance") + (words.Odd.HasFlag(Odd.Texts) ? name : ""));
        var source = new StringBuilder("#pragma warning disable CS8981 // a class in small letters is the team's matter\nusing global::Team;\n\n");
        source.Append(space.Length > 0 ? $"namespace {space};\n\n" : "");
        source.Append(opening.Length > 0 ? $"{opening} {{\n" : "");
        source.Append(Invariant, $"[Sop({title}, Id = \"{name.ToLowerInvariant()}\"), Owner<Support>, Note({Wording.Literal(words.Text(1, "By chance"))})]\n");
        source.Append(plan.HasApprovedInput && !isLive ? "[ApprovedInput]\n" : "");
        source.Append(plan.Start is { } start ? $"[global::SopAsCode.Trigger(\"Later\", Start = {Wording.Literal(plan.NameOf(start).TrimStart('@'))})]\n" : "");
        source.Append(Invariant, $"public sealed partial class {words.Class(name)} : Sop<Case>\n{{\n");
        for (var i = 0; i < plan.Steps.Length; i++)
        {
            foreach (var line in Step(plan, name, i, isLive))
            {
                source.Append("    ").Append(line).Append('\n');
            }

            source.Append('\n');
        }

        for (var i = 0; i < Plan.Conditions; i++)
        {
            source.Append(Invariant, $"    [Condition({Wording.Literal(words.Text(100 + i, $"Condition {i + 1} holds"))})]\n");
            source.Append(Invariant, $"    private static bool {words.Condition(i)}({Asks(words, i)}) => {(i < Letters.Length ? $"Answers.Give({words.Parameter(0, "it")}.{Letters[i]})" : "true")};\n\n");
        }

        return source.Append("}\n").Append('}', opening.Length > 0 ? opening.Split('{').Length : 0).Append('\n').ToString();
    }

    // One value, several, or none.
    private static string Asks(Wording words, int condition) => condition switch
    {
        0 => $"Case {words.Parameter(0, "it")}",
        1 => $"{words.Type(0)}? {words.Parameter(1, "note")}, Case {words.Parameter(0, "it")}, {words.Type(2)}? {words.Parameter(3, "verdict")}",
        2 => $"Case {words.Parameter(0, "it")}, Rejection? {words.Parameter(4, "rejection")}",
        _ => "",
    };

    private static IEnumerable<string> Step(Plan plan, string procedure, int number, bool isLive)
    {
        var step = plan.Steps[number];
        var words = plan.Wording;
        yield return Kind(plan, procedure, number, Wording.Literal(words.Text(200 + number, $"Do part {number + 1}")));
        if (step.Work == Work.Ai)
        {
            yield return $"[Prompt({Wording.Literal(words.Text(300 + number, "Weigh the case.") + Shown(step, words))}), Reads<Helpdesk>, Guardrail({Wording.Literal(words.Text(400 + number, "Be fair"))})]";
        }

        foreach (var way in step.Next)
        {
            yield return $"[Next({Name(plan, way.To)}{When(words, way.When)}{AtMost(plan, way.AtMost, way.Then)})]";
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
            var since = limit.IsDated ? ", Since = \"2026-10-01\"" : "";
            yield return $"[Limit({Wording.Literal(words.Text(500 + number, "A small one"))}{When(words, limit.When)}{perDay}{otherwise}{since})]";
        }

        if (step.Writes)
        {
            yield return "[Writes<Ledger>(Impact.Customers)]";
        }

        foreach (var (_, title, until) in plan.TasksBeside(number))
        {
            yield return $"[Meanwhile<Support>(\"{title}\"{(until == number ? "" : $", Until = {Name(plan, until)}")})]";
        }

        yield return Method(plan, number, isLive);
    }

    private static string Kind(Plan plan, string procedure, int number, string title) => plan.Steps[number] switch
    {
        { HasResult: true } step => $"[Handoff<global::Team.ResultFor{procedure}>({title}, Wait = true, Result = typeof({plan.Wording.TypeOf(0)})){(step.Makes % 3 == 0 ? ", Handoff<Another>(Wait = true)" : "")}]",
        var step => KindOf(step, title, plan.NotByOf(number) is { } done ? $", NotBy = {Name(plan, done)}" : ""),
    };

    private static string KindOf(StepPlan step, string title, string notBy) => step.Work switch
    {
        Work.Human => $"[HumanStep<Support>({title})]",
        Work.Ai => $"[AiStep<Writer>({title})]",
        Work.Checkpoint => $"[Checkpoint<Founder>({title}{(step.Approvals > 1 ? $", Approvals = {step.Approvals}" : "")}{notBy})]",
        Work.Event => $"[WaitFor({title})]",
        Work.Delay => $"[WaitFor({title}), After(Days = 2)]",
        Work.HandOverAndWait => $"[Handoff<{Other(step)}>({title}, Wait = true)]",
        Work.HandOver or Work.HandOverByCode or Work.HandOverEach => $"[Handoff<{Other(step)}>({title})]",
        _ => $"[AutomatedStep({title})]",
    };

    private static string Other(StepPlan step) => step.IsTrusted ? "Trusting" : "Elsewhere";

    private static string Method(Plan plan, int number, bool isLive)
    {
        var step = plan.Steps[number];
        var words = plan.Wording;
        var type = Result(step, words);
        List<string> parameters = [];
        void Perhaps(int bit, string type, int name, string usual)
        {
            if ((step.Reads & bit) != 0)
            {
                parameters.Add($"{((step.Context & bit) != 0 ? "[global::SopAsCode.Context] " : "")}{type} {words.Parameter(name, usual)}");
            }
        }

        if (step.HasInput)
        {
            parameters.Add($"{((step.Context & 1) != 0 ? "[global::SopAsCode.Context] " : "")}Case {words.Parameter(0, "it")}");
        }

        Perhaps(2, words.Type(0) + "?", 1, "note");
        Perhaps(4, words.Type(1) + "?", 2, "offer");
        Perhaps(8, words.Type(2) + "?", 3, "verdict");
        Perhaps(16, "Rejection?", 4, "rejection");
        if (step.HasBody)
        {
            Perhaps(32, "StepContext", 5, "step");
            Perhaps(32, "CancellationToken", 6, "cancel");
        }

        // A body names types in full: a step may have the name of one.
        var task = step.Work == Work.Script && step.Makes % 3 == 0 ? "ValueTask" : "Task";
        var returns = type is null ? task : $"{task}<{type}>";
        var asked = $"global::Team.World.{(type is null ? "DoAsync" : $"MakeAsync<{type}>")}({Wording.Literal(plan.NameOf(number))})";
        var body = !step.HasBody ? ";"
            : step.Work is Work.HandOverByCode or Work.HandOverEach ? Handed(step, words, isLive, Wording.Literal(plan.NameOf(number)))
            : isLive ? $" => {(task == "Task" ? asked : $"new({asked})")};"
            : $" => global::System.Threading.Tasks.{task}.{(type is null ? "CompletedTask" : $"FromResult<{type}>(default!)")};";
        var isAsync = isLive && step.Work is (Work.HandOverByCode or Work.HandOverEach);
        return $"public {(step.HasBody ? isAsync ? "async " : "" : "partial ")}{returns} {Wording.Identifier(plan.NameOf(number))}({string.Join(", ", parameters)}){body}";
    }

    // What it was given, unchanged.
    private static string Handed(StepPlan step, Wording words, bool isLive, string name)
    {
        var given = words.Parameter(0, "it");
        var type = Result(step, words)!;
        var value = step.Work == Work.HandOverByCode ? given : type.EndsWith("[]", StringComparison.Ordinal) ? $"new[] {{ {given} }}" : $"new List<Case> {{ {given}, {given} }}";
        return isLive
            ? $" {{ await global::Team.World.DoAsync({name}); return {value}; }}"
            : $" => global::System.Threading.Tasks.Task.FromResult<{type}>({value});";
    }

    // Placeholders for all that the step reads.
    private static string Shown(StepPlan step, Wording words)
    {
        var shown = new StringBuilder(step.HasInput ? $" {{{words.Parameter(0, "it")}}} {{{words.Parameter(0, "it")}.A}}" : "");
        for (var i = 1; i <= 3; i++)
        {
            shown.Append((step.Reads & (1 << i)) != 0 ? $" {{{words.Parameter(i, new[] { "note", "offer", "verdict" }[i - 1])}}}" : "");
        }

        return shown.Replace("@", "").ToString();
    }

    private static string? Result(StepPlan step, Wording words) => step.Work switch
    {
        Work.Delay or Work.HandOver or Work.HandOverAndWait => null,
        Work.HandOverByCode => "Case",
        Work.HandOverEach => new[] { "IReadOnlyList<Case>", "Case[]", "List<Case>" }[step.Makes % 3],
        Work.Human or Work.Checkpoint when step.Makes % 5 == 4 => $"({words.Type(0)}, {words.Type(1)})",
        _ => (step.Makes % 4) switch
        {
            0 => null,
            var made => words.Type(made - 1),
        },
    };

    private static string When(Wording words, int? condition) => condition is { } number ? $", When = nameof({words.Condition(number)})" : "";

    private static string AtMost(Plan plan, int count, int? then) =>
        count == 0 ? "" : $", AtMost = {count}{(then is { } number ? $", Then = {Name(plan, number)}" : "")}";

    private static string Name(Plan plan, int number)
    {
        var state = plan.StateOf(number);
        var name = plan.NameOf(state);
        return state < plan.Fallback ? $"nameof({Wording.Identifier(name)})" : state == plan.Fallback ? name : $"End.{name}";
    }
}
