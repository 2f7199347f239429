using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers;

/// <summary>SOP0207: the level of an AI step does not fit its access to tools.</summary>
internal sealed class LevelRule() : AutonomyRule(
    Id,
    "AI step whose level does not fit what it touches",
    "an AI step whose level does not fit what it touches",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.SetLevel, "set the level that fits"))
{
    public const string Id = "SOP0207";

    public override IEnumerable<Finding> Check(RuleContext sop, int state)
    {
        var step = sop.Sop.Steps[state];
        if (step.Kind != StepKind.Ai)
        {
            return [];
        }

        return ToolOf(step, Access.Write) is { } written ? Writing(sop.Sop, step, written)
            : ToolOf(step, Access.Draft) is not { } drafted ? []
            : step.Level == Level.ReadOnly ? [Drafting(sop.Sop, step, drafted)]
            : step.Level == Level.PrepareForApproval ? Preparing(sop, state)
            : [];
    }

    /// <summary>
    /// The level of a step that no longer acts by itself: at most the given highest level, or only drafts if its work would go out unapproved.
    /// </summary>
    public static Level Lowered(FlowGraph graph, int state, Level highest) =>
        highest >= Level.PrepareForApproval && graph.Sop.Steps[state].Kind == StepKind.Ai
            ? Unapproved(graph, state, access => access.Kind != Access.Read, static _ => true) is null ? Level.PrepareForApproval : Level.DraftOnly
            : highest;

    private static IEnumerable<Finding> Writing(SopModel sop, StepModel step, string tool)
    {
        var isLimited = step.Limit is { } limit && (limit.IsComplete || !step.HasWriteEffect);
        if (isLimited && step.Level != Level.Autonomous)
        {
            yield return Wrong(
                sop, step, $"acts by itself inside its [Limit], but its level is {step.Level}: say so with Level = Level.Autonomous, or take the [Limit] and the write away", Level.Autonomous);
        }
        else if (!isLimited)
        {
            var but = step.Level == Level.Autonomous ? "without a [Limit] that says enough" : $"but its level is {step.Level}";
            yield return Wrong(sop, step, $"writes to '{tool}', {but}: let it draft there, and let another step write", Level.DraftOnly);
        }
    }

    private static Finding Drafting(SopModel sop, StepModel step, string tool) =>
        Wrong(sop, step, $"leaves drafts in '{tool}', but its level is ReadOnly: say so with Level = Level.DraftOnly", Level.DraftOnly);

    private static IEnumerable<Finding> Preparing(RuleContext sop, int state)
    {
        var graph = sop.Graph;
        var step = sop.Sop.Steps[state];
        if (Unapproved(graph, state, access => access.Kind == Access.Draft, IsNotSaid) is { } way && graph.IsReached(state))
        {
            var writer = sop.Sop.Steps[way[way.Count - 1]];
            var tool = writer.Access.First(access => access.Kind == Access.Write && step.Access.Any(own => own.Tool.Type == access.Tool.Type)).Tool;
            yield return Wrong(
                sop.Sop, step, $"prepares for approval what goes to '{tool.Name}', but nobody approves anything: put {CheckpointWords.Review} there, or lower it to Level.DraftOnly", Level.DraftOnly, $"{graph.Print(way)}: ") with
            {
                RelatedPlaces = PathSearch.Places(graph, way),
            };
        }

        // A rule about the paths to the write may report it at the write.
        bool IsNotSaid(int writer) => !sop.Writes.ByStep.TryGetValue(writer, out var rule) || !sop.GivesWay(Id, rule);
    }

    // A step passes on its values only when it is done, not when it fails. A plain write counts only if it writes what the step made;
    // a note in the tool that something waits for approval does not avoid the approval.
    private static IReadOnlyList<int>? Unapproved(FlowGraph graph, int state, Func<AccessModel, bool> isPrepared, Func<int, bool> counts)
    {
        var step = graph.Sop.Steps[state];
        var tools = step.Access.Where(isPrepared).Select(access => access.Tool.Type).ToList();
        return PathSearch.WithoutApproval(graph, state, to => to != state && graph.StepOf(to) is { } writer && Goes(writer) && counts(to), edge => edge.From != state || edge.CarriesOutput);

        bool Goes(StepModel writer) =>
            writer.Traits.IsByMachine
            && writer.Access.Any(access => access.Kind == Access.Write && tools.Contains(access.Tool.Type) && (access.HasEffect || Reads(writer)));

        bool Reads(StepModel writer) => writer.Method.Parameters.Any(parameter => step.Makes.Any(made => made.Key == parameter.Type.Key));
    }

    private static string? ToolOf(StepModel step, Access kind) => step.Access.FirstOrDefault(access => access.Kind == kind)?.Tool.Name;

    private static Finding Wrong(SopModel sop, StepModel step, string what, Level fits, string way = "") =>
        new(Id, step.Place.At("Level"), $"{way}{MessageText.Of(sop, step)} {what}") { Fix = new(FixNames.SetLevel, fits.ToString()) };
}
