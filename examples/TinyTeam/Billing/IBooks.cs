namespace TinyTeam.Billing;

/// <summary>Accounting, shop, payments, helpdesk and mail, as far as billing needs them.</summary>
public interface IBooks
{
    /// <summary>The invoices that are overdue and have no follow-up running.</summary>
    /// <param name="day">The day that counts.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The invoices.</returns>
    Task<OverdueList> OverdueAsync(DateTimeOffset day, CancellationToken cancel);

    /// <summary>How the account of an invoice stands now.</summary>
    /// <param name="invoice">The invoice's number.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The status.</returns>
    Task<AccountStatus> StatusAsync(string invoice, CancellationToken cancel);

    /// <summary>What we know of an order.</summary>
    /// <param name="order">The order's number.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The facts.</returns>
    Task<OrderFacts> OrderAsync(string order, CancellationToken cancel);

    /// <summary>Gives money back, once per key.</summary>
    /// <param name="order">The order's number.</param>
    /// <param name="cents">The amount, in cents.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="idempotencyKey">The same key never pays twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The reference of the payment service.</returns>
    Task<string> RefundAsync(string order, long cents, string currency, string idempotencyKey, CancellationToken cancel);

    /// <summary>Answers a ticket, once per key.</summary>
    /// <param name="ticket">The ticket's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="idempotencyKey">The same key never answers twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task AnswerAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel);

    /// <summary>Writes to a customer, once per key.</summary>
    /// <param name="to">The address.</param>
    /// <param name="subject">The subject line.</param>
    /// <param name="text">The text.</param>
    /// <param name="idempotencyKey">The same key never sends twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task SendAsync(string to, string subject, string text, string idempotencyKey, CancellationToken cancel);
}
