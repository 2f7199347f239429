using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0214: code works with an AI, or with a tool, and its step does not say so.</summary>
internal sealed class UndeclaredServiceRule() : SopRule(
    Id,
    "Code works with something that its step does not name",
    "code that asks an AI outside an AI step, or works with the service of a tool that its step does not name",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0214";

    public override bool FollowsPaths => false;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Severity(Id) is null)
        {
            return [];
        }

        var ai = OfAi(sop).ToList();
        return [.. ai, .. OfTools(sop, ai)];
    }

    // AI.

    private static IEnumerable<Finding> OfAi(RuleContext sop)
    {
        var bodies = sop.Bodies;
        var isSaid = false;
        foreach (var step in sop.Sop.Steps)
        {
            if (bodies.Of(step) is { } member && sop.IsFinished(step) && FirstAi(bodies, member) is var (reached, use))
            {
                isSaid = true;
                yield return new(Id, bodies.PlaceOf(member, reached.At(use.Node)), $"{Before(bodies, member, reached)}{MessageText.Of(sop.Sop, step)} asks an AI ('{use.Client}') in code, where nobody sees agent, prompt and level: let an [AiStep] ask it");
            }
        }

        foreach (var member in bodies.Members.Where(member => member.IsConstructor || member.Symbol is IFieldSymbol or IPropertySymbol))
        {
            if (bodies.Own(member).Ai.FirstOrDefault(use => !use.IsStored) is { } use && (member.IsConstructor || member.Symbol is IFieldSymbol))
            {
                isSaid = true;
                yield return new(Id, bodies.PlaceOf(member, use.Node), $"SOP '{sop.Sop.Class.Name}' asks an AI ('{use.Client}') in {(member.IsConstructor ? "its constructor" : $"'{member.Name}'")}: let an [AiStep] ask it");
            }
        }

        // A client that nobody uses yet, or in a way that is not seen.
        if (!isSaid && !sop.Sop.Conditions.Any(condition => bodies.Of(condition) is { } member && FirstAi(bodies, member) is not null)
            && bodies.Held.FirstOrDefault(held => KnownCode.AiClient(held.Type) is not null) is { Declared: { } declared } client)
        {
            yield return new(Id, bodies.PlaceOf(client.Owner, declared), $"SOP '{sop.Sop.Class.Name}' holds an AI client ('{KnownCode.AiClient(client.Type)}'), and an [AiStep] needs none: remove it, and let an [AiStep] ask the AI");
        }
    }

    /// <summary>The first AI that a member asks, itself or through the code of this project that it calls; null when it asks none.</summary>
    public static (ReachedBody Reached, AiUse Use)? FirstAi(SopBodies bodies, BodyMember member) =>
        bodies.Reach(member, withImplementations: true).Select(reached => (Reached: reached, Use: reached.Facts.Ai.FirstOrDefault(use => !use.IsStored))).FirstOrDefault(found => found.Use is not null) is { Use: { } use } first
            ? (first.Reached, use)
            : null;

    private static string Before(SopBodies bodies, BodyMember member, ReachedBody reached) => reached.Way.Count == 0 ? "" : $"{bodies.Way(member, reached)}: ";

    // Tools.

    private static IEnumerable<Finding> OfTools(RuleContext sop, List<Finding> ai)
    {
        List<Worker> workers = [];
        foreach (var step in sop.Sop.Steps)
        {
            if (sop.Bodies.Of(step) is { } member)
            {
                workers.Add(new(step, member, Uses(sop.Bodies, member)));
            }
        }

        foreach (var worker in workers.Where(worker => sop.IsFinished(worker.Step) && !ai.Exists(said => said.Place.Member == worker.Step.Name)))
        {
            if (Undeclared(sop, worker, workers) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Undeclared(RuleContext sop, Worker worker, List<Worker> workers)
    {
        var step = worker.Step;
        foreach (var use in worker.Uses)
        {
            var writer = workers.Find(other => other != worker && WrittenWith(other, use) is not null);
            var tool = writer is null ? null : WrittenWith(writer, use);
            if (step.Access.Count == 0)
            {
                var named = tool ?? sop.Bodies.ToolOf(use.Type);
                if (named is not null)
                {
                    return Say(sop, worker, use, named, writer);
                }
            }
            else if (tool is not null && IsNamed(use.Type, tool) && use.IsForEffect && step.Access.All(access => access.Tool.Name != tool && !IsNamed(use.Type, access.Tool.Name))
                && worker.Uses.Any(other => other.Key != use.Key))
            {
                return Say(sop, worker, use, tool, writer);
            }
        }

        if (step.Access.Count == 0
            && sop.Bodies.Reach(worker.Member).SelectMany(reached => reached.Facts.Impure.Select(use => (Reached: reached, Use: use))).FirstOrDefault(found => found.Use is { IsOutside: true }) is { Use: { } outside } talk)
        {
            return new(
                Id,
                sop.Bodies.PlaceOf(worker.Member, talk.Reached.At(outside.Node)),
                $"{Before(sop.Bodies, worker.Member, talk.Reached)}{MessageText.Of(sop.Sop, step)} {outside.What} ('{outside.Source}'), and names no tool: {Advice(step, "TTool")}");
        }

        return null;
    }

    private static Finding Say(RuleContext sop, Worker worker, ServiceUse use, string tool, Worker? writer) => new(
        Id,
        sop.Bodies.PlaceOf(worker.Member, use.Node),
        $"{MessageText.Of(sop.Sop, worker.Step)} works with '{use.Type.Name}', {(writer is null ? $"the service of tool '{tool}'" : $"with which '{writer.Step.Name}' writes to '{tool}'")}, and does not name the tool: {Advice(worker.Step, tool)}")
    {
        RelatedPlaces = writer is null ? [] : [writer.Step.NamePlace],
    };

    private static string Advice(StepModel step, string tool) => step.Kind == StepKind.Handoff
        ? $"let an automated step with [Reads<{tool}>] or [Writes<{tool}>] do that before it"
        : $"add [Reads<{tool}>], [Drafts<{tool}>] or [Writes<{tool}>]";

    // The tool to which a step writes with a service; null when it does not, or when that can't be told from its other services.
    private static string? WrittenWith(Worker writer, ServiceUse use)
    {
        var tools = writer.Step.Access.Where(access => access.Kind == Access.Write).Select(access => access.Tool.Name).Distinct(StringComparer.Ordinal).ToList();
        if (tools.Count == 0 || !writer.Uses.Exists(own => own.Key == use.Key))
        {
            return null;
        }

        if (tools.Find(tool => IsNamed(use.Type, tool)) is { } named)
        {
            return named;
        }

        // A service that is named after a tool is the one, and the others are helpers.
        if (writer.Uses.Exists(own => tools.Exists(tool => IsNamed(own.Type, tool))))
        {
            return null;
        }

        var keys = writer.Uses.Select(own => own.Key).Distinct(StringComparer.Ordinal).ToList();
        var effects = writer.Uses.Where(own => own.IsForEffect).Select(own => own.Key).Distinct(StringComparer.Ordinal).ToList();
        return keys.Count == 1 || (effects.Count <= tools.Count && effects.Contains(use.Key)) ? tools[0] : null;
    }

    // The services of the SOP itself with which a member works, also in its other methods.
    private static List<ServiceUse> Uses(SopBodies bodies, BodyMember member) =>
    [
        .. bodies.Reach(member).Where(reached => reached.Way.All(bodies.IsOwn)).SelectMany(reached => reached.Facts.Services.Select(use => use with { Node = reached.At(use.Node) })),
    ];

    private static bool IsNamed(ITypeSymbol service, string tool) => SopBodies.ToolNames(service).Contains(tool, StringComparer.Ordinal);

    private sealed record Worker(StepModel Step, BodyMember Member, List<ServiceUse> Uses);
}
