using SopAsCode.Model.Declaration;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A small flow as somebody would write it, for what needs source.</summary>
internal static class SmallFlowSource
{
    /// <summary>The project of a flow. An AI does not write by itself in it, as a checkpoint does not mend that.</summary>
    public static SopProject Of(SopModel sop) => SopProject.Bare
        .With("Words.cs", """
            public sealed record A(string Text);
            public sealed record B(string Text);
            public sealed record C(string Text);
            public sealed class Boss : Role;
            public sealed class Helper : Agent;
            public sealed class Box : Tool;
            """)
        .With("Sop.cs", $$"""
            [assembly: Grant<Flow, Box>(Impact.Customers, By = typeof(Boss))]

            [Sop("Flow"), Owner<Boss>]
            public sealed partial class Flow : Sop<A>
            {
            {{string.Join("\n\n", sop.Steps.Select(Step))}}

                [Condition("It is A")] static bool IsA(A a) => a.Text == "";
                [Condition("It is B")] static bool IsB(B? b) => b is null;
                [Condition("It is C")] static bool IsC(C? c) => c is null;
                [Condition("It is any")] static bool IsAny(A a, B? b) => a.Text == b?.Text;
            }
            """);

    private static string Step(StepModel step)
    {
        var parameters = string.Join(", ", step.Method.Parameters.Select(parameter => $"{parameter.Name}{(parameter.Name == "A" ? "" : "?")} {parameter.Name.ToLowerInvariant()}"));
        var result = step.Method.Result is { } made ? $"Task<{made.Short}>" : "Task";
        var body = step.Kind == Model.StepKind.Automated
            ? $"public {result} {step.Name}({parameters}) => {(step.Method.Result is { } value ? $"Task.FromResult(new {value.Short}(\"\"))" : "Task.CompletedTask")};"
            : $"public partial {result} {step.Name}({parameters});";
        return string.Concat(Attributes(step).Select(attribute => $"    [{attribute}]\n")) + "    " + body;
    }

    private static IEnumerable<string> Attributes(StepModel step)
    {
        yield return step.Kind switch
        {
            Model.StepKind.Human => "HumanStep<Boss>",
            Model.StepKind.Ai => "AiStep<Helper>, Prompt(\"Do it\")",
            Model.StepKind.Checkpoint => "Checkpoint<Boss>",
            _ => "AutomatedStep",
        };
        if (step.Access.Count > 0 && step.Kind == Model.StepKind.Automated)
        {
            yield return "Writes<Box>(Impact.Customers)";
        }

        foreach (var next in step.Next)
        {
            yield return $"Next({Name(next.Step)}{Named("When", next.When)}{Count("AtMost", next.AtMost)}{Named("Then", next.Then)})";
        }

        if (step.OnReject is { } reject)
        {
            yield return $"OnReject({Name(reject.Step)}{Count("AtMost", reject.AtMost)}{Named("Then", reject.Then)})";
        }

        if (step.OnTimeout is { } late)
        {
            yield return $"Due(Days = 1), OnTimeout({Name(late)})";
        }

        if (step.OnFailure is { } failure)
        {
            yield return $"OnFailure({Name(failure.Step)}{Count("Retries", failure.Retries)})";
        }

        if (step.Limit is { } limit)
        {
            yield return $"Limit(\"Some\"{Named("When", limit.When)}{Count("PerDay", limit.PerDay)}{Named("Else", limit.Else)}{(limit.Since is null ? "" : $", Since = \"{limit.Since}\"")})";
        }
    }

    private static string Name(StepReference step) => step.Name switch
    {
        "(completed)" => "End.Completed",
        "(fallback)" => "Fallback",
        _ => $"nameof({step.Name})",
    };

    private static string Named(string property, StepReference? step) => step is null ? "" : $", {property} = {Name(step)}";

    private static string Count(string property, int count) => count == 0 ? "" : $", {property} = {count}";
}
