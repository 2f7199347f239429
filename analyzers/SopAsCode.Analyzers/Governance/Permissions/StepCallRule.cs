using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0213: code of an SOP starts a step, or asks who performs one.</summary>
internal sealed class StepCallRule() : SopRule(
    Id,
    "Code that starts a step by itself",
    "code of an SOP that calls a step, asks a performer, or moves a machine",
    RuleSeverity.Always(Error))
{
    public const string Id = "SOP0213";

    public override Waiving Waiving => Waiving.WithLeave;

    public override bool FollowsPaths => false;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Severity(Id) is null)
        {
            yield break;
        }

        HashSet<(SyntaxNode, string)> said = [];
        foreach (var member in sop.Bodies.Members)
        {
            // What another method of the SOP does is said there.
            foreach (var reached in sop.Bodies.Reach(member, withImplementations: true).Where(reached => !reached.Way.Any(sop.Bodies.IsOwn)))
            {
                foreach (var call in reached.Facts.Steps.Where(call => call.Kind == StepCallKind.Step || reached.Way.All(sop.Bodies.IsInherited)))
                {
                    var node = reached.At(call.Node);
                    if (said.Add((node, call.Name)))
                    {
                        yield return new(Id, SopBodies.PlaceOf(member, node), $"{sop.Bodies.Way(member, reached, call.Name)}: {Who(sop, member)} {Words(call)}");
                    }
                }
            }

            foreach (var (way, start, step) in sop.Bodies.Given.Of(member))
            {
                var name = sop.Bodies.NameOf(step);
                if (said.Add((start, name)))
                {
                    yield return new(Id, SopBodies.PlaceOf(member, start), $"{sop.Bodies.Way(member, way, name)}: {Who(sop, member)} {Words(new(StepCallKind.Step, name, start))}");
                }
            }
        }
    }

    private static string Who(RuleContext sop, BodyMember member) =>
        member.IsConstructor ? $"{member.Name} of '{member.Symbol.ContainingType.Name}'" : MessageText.Member(sop.Sop, member.Name);

    private static string Words(StepCallUse call) => call.Kind switch
    {
        StepCallKind.Step => "calls a step, and only the machine starts steps: lead the run there, or share the code in a method that is no step",
        StepCallKind.Performer => "asks the performer itself, and only the machine does that: make it a step of its own, partial and without a body",
        _ => "moves a run itself, and only a host does that: hand work to another SOP with [Handoff]",
    };
}
