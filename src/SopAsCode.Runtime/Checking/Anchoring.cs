namespace SopAsCode.Runtime;

/// <summary>Exports the heads of runs.</summary>
internal static class Anchoring
{
    public static async Task<IReadOnlyList<AnchorLine>> HeadsAsync(IRunStore store, CancellationToken cancel)
    {
        List<AnchorLine> heads = [];
        string? after = null;
        while (await store.RunsAsync(new() { After = after }, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            heads.AddRange(page.Select(run => new AnchorLine { Run = run.Run, Sequence = run.Sequence, Hash = run.Head }));
            after = page[^1].Run;
        }

        return heads;
    }
}
