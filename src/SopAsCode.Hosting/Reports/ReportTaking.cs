using System.Net;
using System.Text;
using System.Text.Json;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Takes what an outside AI or automation reports. It answers only items that wait for such a report, never what waits for a person.</summary>
internal sealed class ReportTaking(SopHost host)
{
    /// <summary>The door of all that comes from here, as the record names it.</summary>
    public const string Door = "HTTP";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes a report.</summary>
    /// <param name="from">Who reports.</param>
    /// <param name="bytes">The body of the request.</param>
    /// <exception cref="RunStoreException">The store can't be read or written.</exception>
    public async Task<ReportAnswer> TakeAsync(string from, byte[] bytes)
    {
        ReportBody body;
        try
        {
            body = JsonSerializer.Deserialize(Utf8.GetString(bytes), ReportJson.Default.ReportBody) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return ReportAnswer.Problem(HttpStatusCode.BadRequest, "NoReport", $"A report is an object of JSON with 'item', 'revision', and 'value' or 'failed': {e.Message}");
        }

        if (body.Failed is not null && (body.Value is not null || body.Usage is not null))
        {
            return ReportAnswer.Problem(HttpStatusCode.UnprocessableEntity, nameof(RefusalKind.Malformed), "What failed has no value and no usage: leave 'failed' out, or the others.");
        }

        // Nothing is named with a control character, and not every store takes one.
        var items = $"{body.Item}{body.Key}".Any(char.IsControl) ? [] : await host.InboxAsync(new() { Item = body.Item, WithClosed = true }).ConfigureAwait(false);
        if (items is not [var item])
        {
            return ReportAnswer.Problem(HttpStatusCode.NotFound, nameof(RefusalKind.UnknownItem), $"There is no item '{body.Item}'. Items are named like 'ticket-17#2'.");
        }

        if (item.Kind != ItemKind.Report)
        {
            return ReportAnswer.Problem(HttpStatusCode.Forbidden, nameof(RefusalKind.NotAPerson), $"'{item.Id}' ({item.Title}) waits for a person, and for no report.");
        }

        return ReportAnswer.Of(await host.AnswerAsync(CommandOf(body, ActorOf(from, item)), CancellationToken.None).ConfigureAwait(false));
    }

    private static ItemCommand CommandOf(ReportBody body, Actor by) => body.Failed is { } failed
        ? new ReportFailure { By = by, Item = body.Item, Revision = body.Revision, Notes = failed, Key = body.Key }
        : new Complete { By = by, Item = body.Item, Revision = body.Revision, Value = body.Value?.GetRawText(), Usage = body.Usage, Key = body.Key };

    private Actor ActorOf(string from, PendingItem item) => host.Sops.FirstOrDefault(sop => sop.Id == item.Sop)?.StepOf(item.Step)?.Kind == StepKind.Ai
        ? Actor.Agent(from, Door)
        : Actor.Automation(from, Door);
}
