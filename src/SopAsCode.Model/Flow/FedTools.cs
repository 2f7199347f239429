using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>What tools hold: what they state, or else the most sensitive data that other tools pass on to them, directly or over further tools.</summary>
/// <param name="all">All tools that a project knows.</param>
public sealed class FedTools(IEnumerable<PartyModel> all)
{
    private readonly ILookup<string, PartyModel> _feeders = all.SelectMany(tool => tool.Feeds, (tool, feed) => (To: feed.To.Type, tool)).ToLookup(feed => feed.To, feed => feed.tool, StringComparer.Ordinal);

    /// <summary>What a tool holds.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>The class, null when nothing states one; and the tools that pass it on, the one that states the class first.</returns>
    public (DataClass? Class, IReadOnlyList<PartyModel> Fed) Of(PartyModel tool)
    {
        if (tool.Holds is not null)
        {
            return (tool.Holds, []);
        }

        (DataClass? Class, IReadOnlyList<PartyModel> Fed) highest = (null, []);
        HashSet<string> seen = new(StringComparer.Ordinal) { tool.Type };
        Queue<(PartyModel Tool, IReadOnlyList<PartyModel> Fed)> open = new([(tool, [])]);
        while (open.Count > 0)
        {
            var (next, behind) = open.Dequeue();
            foreach (var feeder in _feeders[next.Type].Where(feeder => seen.Add(feeder.Type)))
            {
                IReadOnlyList<PartyModel> fed = [feeder, .. behind];
                if (feeder.Holds is null)
                {
                    open.Enqueue((feeder, fed));
                }
                else if (!(highest.Class >= feeder.Holds))
                {
                    highest = (feeder.Holds, fed);
                }
            }
        }

        return highest;
    }
}
