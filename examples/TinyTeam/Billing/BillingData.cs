using SopAsCode;

namespace TinyTeam.Billing;

/// <summary>What is overdue today.</summary>
/// <param name="Invoices">The invoices that have no follow-up running.</param>
[Data(DataClass.Confidential)]
public sealed record OverdueList(IReadOnlyList<OverdueInvoice> Invoices);

/// <summary>An invoice that was not paid in time.</summary>
/// <param name="Number">Its number, by which a payment finds the run.</param>
/// <param name="Customer">Who owes it.</param>
/// <param name="Email">Where reminders go.</param>
/// <param name="Cents">The open amount, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
/// <param name="DueOn">When it should have been paid.</param>
/// <param name="Tier">How close the customer is to us.</param>
[Data(DataClass.Confidential)]
public sealed record OverdueInvoice([property: Key] string Number, string Customer, string Email, long Cents, string Currency, DateOnly DueOn, CustomerTier Tier);

/// <summary>How close a customer is to us.</summary>
public enum CustomerTier
{
    /// <summary>Bought once or twice.</summary>
    Standard,

    /// <summary>Buys every month.</summary>
    Regular,

    /// <summary>One of the ten we can't lose.</summary>
    Key,
}

/// <summary>How the account stands at this moment.</summary>
/// <param name="DaysOverdue">Days since the invoice was due.</param>
/// <param name="IsPaid">The money came.</param>
/// <param name="IsDisputed">The customer says that something is wrong with it.</param>
[Data(DataClass.Confidential)]
public sealed record AccountStatus(int DaysOverdue, bool IsPaid, bool IsDisputed);

/// <summary>A reminder to a customer.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The text.</param>
public sealed record Reminder(string Subject, string Text);

/// <summary>Money that came in for an invoice.</summary>
/// <param name="Cents">The amount, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
[Data(DataClass.Confidential)]
public sealed record IncomingPayment(long Cents, string Currency);

/// <summary>What came out of a call about an invoice.</summary>
/// <param name="PaysOn">The day the customer named; null: none.</param>
/// <param name="Why">Why it is not paid.</param>
[Data(DataClass.Confidential)]
public sealed record CallResult(DateOnly? PaysOn, string Why);

/// <summary>A customer who wants money back.</summary>
/// <param name="Order">The order's number.</param>
/// <param name="Ticket">The ticket in the helpdesk.</param>
/// <param name="Reason">What the customer says.</param>
[Data(DataClass.Personal)]
public sealed record RefundRequest([property: Key] string Order, int Ticket, string Reason);

/// <summary>What we know of the order.</summary>
/// <param name="PaidCents">What was paid, in cents.</param>
/// <param name="RefundedCents">What was given back before, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
/// <param name="DeliveredOn">When it was delivered; null: not yet.</param>
/// <param name="RefundsThisYear">How many refunds this customer had this year.</param>
[Data(DataClass.Personal)]
public sealed record OrderFacts(long PaidCents, long RefundedCents, string Currency, DateOnly? DeliveredOn, int RefundsThisYear);

/// <summary>How much goes back, and why.</summary>
/// <param name="Cents">The amount, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
/// <param name="Clause">The line of the returns policy that says so.</param>
/// <param name="Doubt">What speaks against it, if anything does.</param>
public sealed record RefundProposal(long Cents, string Currency, string Clause, string Doubt);

/// <summary>Money that went back.</summary>
/// <param name="Reference">The reference of the payment service.</param>
/// <param name="Cents">The amount, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
[Data(DataClass.Personal)]
public sealed record RefundReceipt(string Reference, long Cents, string Currency);

/// <summary>What we write to the customer.</summary>
/// <param name="Text">The text.</param>
public sealed record RefundMessage(string Text);
