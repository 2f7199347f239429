using System.Net;
using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>The answer to a report: what became of the run, or a problem of the form of RFC 9457.</summary>
internal sealed record ReportAnswer
{
    public required HttpStatusCode Status { get; init; }

    /// <summary>The kind of the problem, as programs tell them apart; null when there is none.</summary>
    public string? Kind { get; init; }

    public string? Detail { get; init; }

    public Reply? Reply { get; init; }

    public static ReportAnswer Problem(HttpStatusCode status, string kind, string detail) => new() { Status = status, Kind = kind, Detail = detail };

    public static ReportAnswer Of(Reply reply) => reply.Refusal is { } refusal
        ? Problem(StatusOf(refusal.Kind), refusal.Kind.ToString(), refusal.Message)
        : new() { Status = HttpStatusCode.OK, Reply = reply };

    /// <summary>The body, as JSON of ASCII letters only.</summary>
    public byte[] Body()
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            if (Reply is { } reply)
            {
                json.WriteString("run", reply.Run);
                json.WriteString("state", reply.State);
                json.WriteNumber("sequence", reply.Sequence);
            }
            else
            {
                json.WriteString("title", Title);
                json.WriteNumber("status", (int)Status);
                json.WriteString("kind", Kind);
                json.WriteString("detail", Detail);
            }

            json.WriteEndObject();
        }

        return body.ToArray();
    }

    private string Title => Status switch
    {
        HttpStatusCode.Unauthorized => "The key is missing or wrong",
        HttpStatusCode.Forbidden => "Only people may answer this",
        HttpStatusCode.NotFound => "There is no such thing",
        HttpStatusCode.Conflict => "It can't be reported any more, or not now",
        HttpStatusCode.RequestEntityTooLarge => "It is too large",
        HttpStatusCode.UnprocessableEntity => "It does not fit the step",
        HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable => "It can't be taken at the moment",
        _ => "This is no report",
    };

    private static HttpStatusCode StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.UnknownSop or RefusalKind.UnknownRun or RefusalKind.UnknownItem or RefusalKind.UnknownName => HttpStatusCode.NotFound,
        RefusalKind.NotTheRole or RefusalKind.OwnWork or RefusalKind.NotAPerson => HttpStatusCode.Forbidden,
        RefusalKind.TooLarge => HttpStatusCode.RequestEntityTooLarge,
        RefusalKind.Malformed or RefusalKind.Incomplete => HttpStatusCode.UnprocessableEntity,
        _ => HttpStatusCode.Conflict,
    };
}
