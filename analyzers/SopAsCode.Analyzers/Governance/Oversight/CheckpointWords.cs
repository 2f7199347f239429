using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>How findings ask for a checkpoint: with all that another rule would ask of it next; and how they say what one showed.</summary>
internal static class CheckpointWords
{
    /// <summary>A checkpoint that approves what a machine does.</summary>
    public const string Approval = "a checkpoint with [Due]";

    /// <summary>A checkpoint that reviews what an AI made.</summary>
    public const string Review = "a checkpoint with [Checklist] and [Due]";

    /// <summary>Where to show what an AI made: at a checkpoint in place of the person who only passed it on, if there was one on the way.</summary>
    public static string Show(FlowGraph graph, UnsafeWrite write, TypeUse value) =>
        write.Path.Take(write.Path.Count - 1).Select(graph.StepOf).FirstOrDefault(step => step is { Kind: StepKind.Human } && step.Method.Parameters.Any(parameter => parameter.Type.Key == value.Key)) is { } passed
            ? $"human step '{passed.Name}' is no approval, make it {Review}"
            : $"show it before at {Review}";

    /// <summary>The one that looks at what a step made.</summary>
    public static string For(StepModel maker) => maker.Kind == StepKind.Ai ? Review : Approval;

    /// <summary>What a checkpoint showed, or got back: <c>'Ticket' and 'Reply'</c>, or <c>nothing</c>.</summary>
    public static string Shown(StepModel checkpoint)
    {
        var values = Names(checkpoint.Approved.Select(parameter => parameter.Type).Concat(checkpoint.Makes));
        var context = Names(checkpoint.Method.Parameters.Where(parameter => parameter.IsShownOnly).Select(parameter => parameter.Type));
        var shown = values.Count == 0 ? "nothing" : MessageText.And(values);
        return context.Count == 0 ? shown : $"{shown} to approve, {MessageText.And(context)} for context";
    }

    private static List<string> Names(IEnumerable<TypeUse> types) => [.. types.Select(type => $"'{type.Short}'").Distinct(StringComparer.Ordinal)];
}
