using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>Fetches what a review shows of contents: sampled outputs, and what people said. What was erased stays away.</summary>
public static class ReviewContents
{
    /// <summary>The review with the texts that the store still has.</summary>
    /// <param name="review">The review.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The review.</returns>
    /// <exception cref="RunStoreException">The store can't be read.</exception>
    public static async Task<WeeklyReview> FillAsync(WeeklyReview review, IRunStore store, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(store);
        List<OutputSample> samples = [];
        foreach (var sample in review.Samples)
        {
            samples.Add(await TextsAsync(store, sample.Run, sample.Content is { } hash ? [hash] : [], cancel).ConfigureAwait(false) is [var text] ? sample with { Text = text } : sample);
        }

        List<SteppedIn> stepped = [];
        foreach (var run in review.SteppedIn)
        {
            stepped.Add(run with { Said = [.. (await TextsAsync(store, run.Run, run.Reasons, cancel).ConfigureAwait(false)).Select(ReasonIn)] });
        }

        return review with { Samples = samples, SteppedIn = stepped };
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(IRunStore store, string run, IReadOnlyList<string> hashes, CancellationToken cancel)
    {
        if (hashes.Count == 0)
        {
            return [];
        }

        var contents = await store.ContentsAsync(run, [.. hashes], cancel).ConfigureAwait(false);
        return [.. hashes.Select(contents.GetValueOrDefault).OfType<Content>().Select(content => content.Text)];
    }

    // The reason of a rejection is a value of the run, as JSON; other comments are plain texts.
    private static string ReasonIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("reason", out var reason) && reason.GetString() is { } said ? said : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
