using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

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

        foreach (var member in bodies.Members.Where(member => member.IsConstructor || member.Symbol is IFieldSymbol or IPropertySymbol))
        {
            if (bodies.Own(member).Ai.FirstOrDefault(use => !use.IsStored) is { } use && (member.IsConstructor || member.Symbol is IFieldSymbol))
            {
                isSaid = true;
                yield return new(Id, SopBodies.PlaceOf(member, use.Node), $"SOP '{sop.Sop.Class.Name}' asks an AI ('{use.Client}') in {(member.IsConstructor ? "its constructor" : $"'{member.Name}'")}: let an [AiStep] ask it");
            }
        }

        // A client that nobody uses yet, or in a way that is not seen.
        if (!isSaid && !sop.Sop.Questions.Any(condition => bodies.Of(condition) is { } member && FirstAi(bodies, member) is not null)
            && bodies.Held.FirstOrDefault(held => KnownCode.AiClient(held.Type) is not null) is { Declared: { } declared } client)
        {
            yield return new(Id, SopBodies.PlaceOf(client.Owner, declared), $"SOP '{sop.Sop.Class.Name}' holds an AI client ('{KnownCode.AiClient(client.Type)}'), and an [AiStep] needs none: remove it, and let an [AiStep] ask the AI");
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
        foreach (var use in worker.Uses.Select(used => used.Service))
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

                if (use.IsForEffect && workers.Find(other => other != worker && TakesFrom(other, use)) is { } taker)
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
            else if (tool is not null && IsNamed(use.Type, tool) && use.IsForEffect && step.Access.All(access => access.Tool.Name != tool && !IsNamed(use.Type, access.Tool.Name))
                && worker.Uses.Exists(other => other.Service.Key != use.Key))
            {
                return Say(sop, worker, use, tool, writer);
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

    private static Finding Say(RuleContext sop, Worker worker, ServiceUse use, string tool, Worker? writer) => new(
        Id,
        SopBodies.PlaceOf(worker.Member, use.Node),
        $"{MessageText.Of(sop.Sop, worker.Step)} works with '{use.Type.Name}', {(writer is null ? $"the service of tool '{tool}'" : $"with which '{writer.Step.Name}' writes to '{tool}'")}, without naming the tool: {Remedy(worker.Step, tool)}")
    {
        RelatedPlaces = writer is null ? [] : [writer.Step.NamePlace],
    };

    private static string Remedy(StepModel step, string tool) => step.Kind == StepKind.Handoff
        ? $"let an automated step with [Reads<{tool}>] or [Writes<{tool}>] do that before it"
        : $"add [Reads<{tool}>], [Drafts<{tool}>] or [Writes<{tool}>]";

    // The tool to which a step writes with a service; null when it does not, or when that can't be told from its other services.
    private static string? WrittenWith(Worker writer, ServiceUse use)
    {
        var tools = writer.Step.Access.Where(access => access.Kind == Access.Write).Select(access => access.Tool.Name).Distinct(StringComparer.Ordinal).ToList();
        var uses = writer.Uses.FindAll(own => own.IsOwn);
        if (tools.Count == 0 || !uses.Exists(own => own.Service.Key == use.Key))
        {
            return null;
        }

        if (tools.Find(tool => IsNamed(use.Type, tool)) is { } named)
        {
            return named;
        }

        // A service that is named after a tool is the one, and the others are helpers.
        if (uses.Exists(own => tools.Exists(tool => IsNamed(own.Service.Type, tool))))
        {
            return null;
        }

        var keys = uses.Select(own => own.Service.Key).Distinct(StringComparer.Ordinal).ToList();
        var effects = uses.Where(own => own.Service.IsForEffect).Select(own => own.Service.Key).Distinct(StringComparer.Ordinal).ToList();
        return keys.Count == 1 || (effects.Count <= tools.Count && effects.Contains(use.Key)) ? tools[0] : null;
    }

    // A step that writes asks a service for a value: what another step left there may be what it writes.
    private static bool TakesFrom(Worker taker, ServiceUse left) =>
        taker.Step.Access.Any(access => access.Kind == Access.Write)
        && taker.Uses.Exists(used => used.Service.Key == left.Key && used.Service is { Method: not null, IsForEffect: false });

    // The services with which a member works, also in the methods of this project that it calls.
    private static List<Used> Uses(SopBodies bodies, BodyMember member) =>
    [
        .. bodies.Reach(member).SelectMany(reached => reached.Facts.Services.Select(use => new Used(use with { Node = reached.At(use.Node) }, reached.Way.All(bodies.IsOwn)))),
    ];

    private static bool IsNamed(ITypeSymbol service, string tool) => SopBodies.ToolNames(service).Contains(tool, StringComparer.Ordinal);

    // A service, and whether the SOP itself holds it.
    private sealed record Used(ServiceUse Service, bool IsOwn);

    private sealed record Worker(StepModel Step, BodyMember Member, List<Used> Uses);
}
