using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0214: code works with an AI, or with a tool, and its step does not say so.</summary>
internal sealed class UndeclaredServiceRule() : SopRule(
    Id,
    "Code that works with what its step does not name",
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
                yield return new(Id, SopBodies.PlaceOf(member, reached.At(use.Node)), $"{Before(bodies, member, reached)}{MessageText.Of(sop.Sop, step)} asks an AI ('{use.Client}') in code, where nobody sees agent, prompt and level: let an [AiStep] ask it");
            }
        }

        foreach (var member in bodies.Members.Where(member => member.IsConstructor || member.Symbol is IFieldSymbol))
        {
            if (bodies.Own(member).Ai.FirstOrDefault(use => !use.IsStored) is { } use)
            {
                isSaid = true;
                yield return OfAi(sop, member, use, use.Node);
            }
        }

        foreach (var member in bodies.Around(sop.Sop).Where(member => !member.IsInitial))
        {
            if (FirstAi(bodies, member) is var (reached, use))
            {
                isSaid = true;
                yield return OfAi(sop, member, use, reached.At(use.Node));
            }
        }

        // A client that nobody uses yet, or in a way that is not seen.
        if (!isSaid && !sop.Sop.Questions.Any(condition => bodies.Of(condition) is { } member && FirstAi(bodies, member) is not null)
            && bodies.Held.FirstOrDefault(held => KnownCode.AiClient(held.Type) is not null) is { Declared: { } declared } client)
        {
            yield return new(Id, SopBodies.PlaceOf(client.Owner, declared), $"SOP '{sop.Sop.Class.Name}' holds an AI client ('{KnownCode.AiClient(client.Type)}'), and an [AiStep] needs none: remove it, and let an [AiStep] ask the AI");
        }
    }

    private static Finding OfAi(RuleContext sop, BodyMember member, AiUse use, SyntaxNode node) =>
        new(Id, SopBodies.PlaceOf(member, node), $"SOP '{sop.Sop.Class.Name}' asks an AI ('{use.Client}') in {AroundSteps.Where(member)}: let an [AiStep] ask it");

    /// <summary>The first AI that a member asks, itself or through the code of this project that it calls; null when it asks none.</summary>
    public static (ReachedBody Reached, AiUse Use)? FirstAi(SopBodies bodies, BodyMember member) =>
        bodies.Reach(member, withImplementations: true).Select(reached => (Reached: reached, Use: reached.Facts.Ai.FirstOrDefault(use => !use.IsStored))).FirstOrDefault(found => found.Use is not null) is { Use: { } use } first
            ? (first.Reached, use)
            : null;

    private static string Before(SopBodies bodies, BodyMember member, ReachedBody reached) => reached.Way.Count == 0 ? "" : $"{bodies.Way(member, reached)}: ";

    // Tools.

    private static IEnumerable<Finding> OfTools(RuleContext sop, List<Finding> ai)
    {
        var workers = ServiceWorker.All(sop);
        foreach (var worker in workers.Where(worker => sop.IsFinished(worker.Step) && !ai.Exists(said => said.Place.Member == worker.Step.Name)))
        {
            if (Undeclared(sop, worker, workers) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var finding in AroundSteps.Of(sop, ai, workers))
        {
            yield return finding;
        }
    }

    private static Finding? Undeclared(RuleContext sop, ServiceWorker worker, List<ServiceWorker> workers)
    {
        var step = worker.Step;
        foreach (var use in worker.Uses.Select(used => used.Service))
        {
            var writer = workers.Find(other => other != worker && other.WritesWith(use) is not null);
            var tool = writer?.WritesWith(use);
            if (step.Access.Count == 0)
            {
                var named = tool?.Name ?? ServiceWorker.NamedTool(sop.Bodies, use);
                if (named is not null)
                {
                    return Say(sop, worker, use, named, writer);
                }

                if (use.IsForEffect && workers.Find(other => other != worker && other.TakesFrom(use)) is { } taker)
                {
                    return new(
                        Id,
                        SopBodies.PlaceOf(worker.Member, use.Node),
                        $"{MessageText.Of(sop.Sop, step)} leaves something in '{use.Type.Name}', where '{taker.Step.Name}' looks before it writes, and names no tool: return it, or {Remedy(step, "TTool")}")
                    {
                        RelatedPlaces = [taker.Step.NamePlace],
                    };
                }
            }
            else if (tool is not null && worker.IsForeign(sop.Bodies, use, tool, writer!, workers))
            {
                return Say(sop, worker, use, tool.Name, writer);
            }
        }

        if (step.Access.Count == 0
            && sop.Bodies.Reach(worker.Member).SelectMany(reached => reached.Facts.Impure.Select(use => (Reached: reached, Use: use))).FirstOrDefault(found => found.Use is { IsOutside: true }) is { Use: { } outside } talk)
        {
            return new(
                Id,
                SopBodies.PlaceOf(worker.Member, talk.Reached.At(outside.Node)),
                $"{Before(sop.Bodies, worker.Member, talk.Reached)}{MessageText.Of(sop.Sop, step)} {outside.What} ('{outside.Source}'), and names no tool: {Remedy(step, "TTool")}");
        }

        return null;
    }

    private static Finding Say(RuleContext sop, ServiceWorker worker, ServiceUse use, string tool, ServiceWorker? writer) => new(
        Id,
        SopBodies.PlaceOf(worker.Member, use.Node),
        $"{MessageText.Of(sop.Sop, worker.Step)} works with '{use.Type.Name}', {(writer is null ? $"the service of tool '{tool}'" : $"with which '{writer.Step.Name}' writes to '{tool}'")}, without naming the tool: {Remedy(worker.Step, tool)}")
    {
        RelatedPlaces = writer is null ? [] : [writer.Step.NamePlace],
    };

    private static string Remedy(StepModel step, string tool) => step.Kind == StepKind.Handoff
        ? $"let an automated step with [Reads<{tool}>] or [Writes<{tool}>] do that before it"
        : $"add [Reads<{tool}>], [Drafts<{tool}>] or [Writes<{tool}>]";
}
