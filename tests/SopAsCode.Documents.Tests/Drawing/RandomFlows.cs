using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Tests.Drawing;

/// <summary>Flows as people write them, at random: steps in order, with branches, loops, rejects, time-outs, the manual path and early ends.</summary>
public static class RandomFlows
{
    private static readonly string[] Words = ["the", "order", "customer", "reply", "supplier", "check", "quantity", "after", "two", "large", "invoice", "internationalisation", "by", "hand"];
    private static readonly string[] Ends = ["Fallback", "Completed", "Rejected", "Escalated"];

    /// <summary>The flow of a seed; the same seed gives the same flow.</summary>
    public static SopDefinition Make(int seed)
    {
        var random = new Random(seed);
        var count = 5 + (seed % 36);
        List<StepDefinition> steps = [];
        List<TransitionDefinition> ways = [];
        for (var i = 0; i < count; i++)
        {
            var kind = (StepKind)random.Next(6);
            steps.Add(new() { Name = $"S{i}", Title = Text(1 + random.Next(9)), Kind = kind, Performer = kind is StepKind.Human or StepKind.Checkpoint or StepKind.Ai ? new() { Type = "R", Title = Text(1 + random.Next(4)) } : null });
            var forward = kind == StepKind.Checkpoint ? SopTrigger.Approve : SopTrigger.Complete;
            var branches = random.Next(5) == 0 ? 1 + random.Next(3) : 0;
            for (var branch = 0; branch < branches; branch++)
            {
                Add(i, forward, Anywhere(i), Text(2 + random.Next(8)));
            }

            Add(i, forward, i + 1 < count ? $"S{i + 1}" : "Completed", branches > 0 ? "otherwise" : null);
            if (kind == StepKind.Checkpoint)
            {
                Add(i, SopTrigger.Reject, random.Next(4) == 0 ? "Rejected" : $"S{random.Next(i + 1)}", "the first two times");
                Add(i, SopTrigger.Reject, random.Next(2) == 0 ? "Fallback" : Anywhere(i), "afterwards");
            }

            if (random.Next(6) == 0)
            {
                Add(i, SopTrigger.TimeOut, Anywhere(i), "not answered in time");
            }

            if (kind is StepKind.Automated or StepKind.Ai && random.Next(4) == 0)
            {
                Add(i, SopTrigger.Fail, Anywhere(i), null);
            }
        }

        return new()
        {
            Id = $"flow-{seed}",
            Title = "Flow",
            Class = "Flow",
            Triggers = [new() { When = Text(1 + random.Next(6)) }],
            Steps = steps,
            States = [.. steps.Select(step => step.Name), .. Ends, "Cancelled"],
            Transitions = ways,
        };

        void Add(int from, SopTrigger trigger, string to, string? label) => ways.Add(new() { From = $"S{from}", Trigger = trigger, To = to, Label = label });

        string Anywhere(int from) => random.Next(5) switch
        {
            0 => Ends[random.Next(Ends.Length)],
            1 => $"S{random.Next(from + 1)}",
            _ => $"S{Math.Min(count - 1, from + 1 + random.Next(6))}",
        };

        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
    }
}
