using TinyTeam.Billing;

namespace SopAsCode.Testing.Tests.Harness;

/// <summary>Books with one order and one invoice.</summary>
internal sealed class FakeBooks : IBooks
{
    public AccountStatus Status { get; set; } = new(8, IsPaid: false, IsDisputed: false);

    public List<string> Done { get; } = [];

    public Task<OverdueList> OverdueAsync(DateTimeOffset day, CancellationToken cancel) => Task.FromResult(new OverdueList([Invoice("2041"), Invoice("2042")]));

    public Task<AccountStatus> StatusAsync(string invoice, CancellationToken cancel) => Task.FromResult(Status);

    public Task<OrderFacts> OrderAsync(string order, CancellationToken cancel) => Task.FromResult(new OrderFacts(24_990, 0, "EUR", new DateOnly(2026, 5, 20), 0));

    public Task<string> RefundAsync(string order, long cents, string currency, string idempotencyKey, CancellationToken cancel)
    {
        Done.Add(FormattableString.Invariant($"{order}: {cents} {currency}"));
        return Task.FromResult("R-1");
    }

    public Task AnswerAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel)
    {
        Done.Add(text);
        return Task.CompletedTask;
    }

    public Task SendAsync(string to, string subject, string text, string idempotencyKey, CancellationToken cancel)
    {
        Done.Add($"{to}: {subject}");
        return Task.CompletedTask;
    }

    public static OverdueInvoice Invoice(string number, long cents = 48_000) => new(number, "Roe", "roe@example.com", cents, "EUR", new DateOnly(2026, 5, 24), CustomerTier.Regular);
}
