using System.Text.Json;
using SopAsCode.Runtime;
using TinyTeam.Operations;
using TinyTeam.Support;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>The AI of the month: it answers by what a ticket says, and some models have no price.</summary>
internal sealed class PretendAi : IAgentService
{
    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        if (request.Step.Name == nameof(SupportTriage.DraftReply))
        {
            request.Called(new() { Function = "find_parcel", Tool = typeof(TinyTeam.House.Helpdesk).FullName!, Arguments = """{"ticket":1}""", Result = "\"late\"" });
        }

        return Task.FromResult(Answer(request));
    }

    private static AgentAnswer Answer(AgentRequest request) => new()
    {
        Json = JsonSerializer.Serialize<object>(request.Step.Name switch
        {
            nameof(SupportTriage.Categorise) when request.Prompt.Contains("macro", StringComparison.Ordinal) && request.Prompt.Contains("simple", StringComparison.Ordinal) => new { Topic = "delivery", Urgency = 1, Macro = "late-parcel" },
            nameof(SupportTriage.Categorise) => new { Topic = "delivery", Urgency = 3, Macro = (string?)null },
            nameof(SupportTriage.DraftReply) => new { Text = "It will be there on Friday | \u001b[2J <b>we promise</b>!" },
            nameof(SupportTriage.SummariseResolution) => new { Title = "Late parcels", Text = "The carrier names no day." },
            _ => new { Insights = new[] { "Refunds went from 6 to 14." }, Actions = Array.Empty<object>() },
        }),
        Usage = request.Step.Name == nameof(SupportTriage.SummariseResolution) ? null : new() { InputTokens = 900, OutputTokens = 120, Cost = 0.004m, Currency = "EUR" },
    };
}

/// <summary>The helpdesk of the month. It stumbles once over some tickets.</summary>
internal sealed class PretendHelpdesk : IHelpdesk
{
    private readonly HashSet<int> _stumbled = [];

    public Task ApplyMacroAsync(int ticket, string macro, CancellationToken cancel) => Task.CompletedTask;

    public Task SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel) => ticket % 10 == 7 && _stumbled.Add(ticket)
        ? Task.FromException(new HttpRequestException("the helpdesk does not answer"))
        : Task.CompletedTask;
}

/// <summary>The desk of the month.</summary>
internal sealed class PretendOperations : IOperationsDesk
{
    public Task<WeekNumbers> WeekAsync(DateTimeOffset until, CancellationToken cancel) =>
        Task.FromResult(new WeekNumbers(1_200_000, 1_100_000, "EUR", 2.4m, 14, 6, ["1042"], ["large jar"], ["delivery: 12"]));

    public Task PostAsync(string text, string idempotencyKey, CancellationToken cancel) => Task.CompletedTask;

    public Task PutOnBoardAsync(IReadOnlyList<ProposedAction> actions, string idempotencyKey, CancellationToken cancel) => throw new NotSupportedException();

    public Task SetStockAsync(string sku, int onHand, int onOrder, string idempotencyKey, CancellationToken cancel) => throw new NotSupportedException();

    public Task OrderAsync(string to, PurchaseOrder order, string idempotencyKey, CancellationToken cancel) => throw new NotSupportedException();
}
