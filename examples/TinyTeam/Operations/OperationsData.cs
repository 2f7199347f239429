using SopAsCode;

namespace TinyTeam.Operations;

/// <summary>The week in numbers, next to the week before.</summary>
/// <param name="RevenueCents">Revenue, in cents.</param>
/// <param name="RevenueBeforeCents">Revenue of the week before, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
/// <param name="ConversionPercent">Visitors who bought.</param>
/// <param name="Refunds">How many refunds went out.</param>
/// <param name="RefundsBefore">How many in the week before.</param>
/// <param name="LateOrders">The numbers of orders that are late.</param>
/// <param name="LowStock">The products below their reorder point.</param>
/// <param name="TicketThemes">What tickets were about, with counts.</param>
[Data(DataClass.Confidential)]
public sealed record WeekNumbers(
    long RevenueCents,
    long RevenueBeforeCents,
    string Currency,
    decimal ConversionPercent,
    int Refunds,
    int RefundsBefore,
    IReadOnlyList<string> LateOrders,
    IReadOnlyList<string> LowStock,
    IReadOnlyList<string> TicketThemes);

/// <summary>What the week says.</summary>
/// <param name="Insights">At most five sentences, each with its number.</param>
/// <param name="Actions">What somebody could do about it.</param>
public sealed record WeekSummary(IReadOnlyList<string> Insights, IReadOnlyList<ProposedAction> Actions);

/// <summary>What somebody could do.</summary>
/// <param name="What">The action, starting with a verb.</param>
/// <param name="Why">The number behind it.</param>
/// <param name="Touches">What it touches.</param>
public sealed record ProposedAction(string What, string Why, ActionKind Touches);

/// <summary>What an action touches.</summary>
public enum ActionKind
{
    /// <summary>Only the team.</summary>
    Internal,

    /// <summary>What customers get or see.</summary>
    Customers,

    /// <summary>Stock and orders.</summary>
    Stock,

    /// <summary>Prices, refunds, spending.</summary>
    Money,
}

/// <summary>The actions that a person agreed to.</summary>
/// <param name="Actions">The actions.</param>
public sealed record AgreedActions(IReadOnlyList<ProposedAction> Actions);

/// <summary>A product that needs a look.</summary>
/// <param name="Sku">Its number, by which the supplier's answer finds the run.</param>
/// <param name="Product">Its name.</param>
/// <param name="OnHand">How many the shop says there are.</param>
/// <param name="ReorderPoint">Below how many we order.</param>
/// <param name="SoldPerWeek">How many we sell.</param>
/// <param name="Supplier">Who makes it.</param>
/// <param name="SupplierEmail">Where orders go.</param>
[Data(DataClass.Internal)]
public sealed record StockAlert([property: Key] string Sku, string Product, int OnHand, int ReorderPoint, int SoldPerWeek, string Supplier, string SupplierEmail);

/// <summary>What is really on the shelf.</summary>
/// <param name="Counted">How many can be sold.</param>
/// <param name="Damaged">How many can't.</param>
/// <param name="Remark">What one should know.</param>
[Data(DataClass.Internal)]
public sealed record StockCount(int Counted, int Damaged, string Remark);

/// <summary>What to order, and what to write.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="CostCents">What it costs, in cents.</param>
/// <param name="Currency">The currency, such as EUR.</param>
/// <param name="Why">How the quantity was worked out.</param>
/// <param name="MailText">The mail to the supplier.</param>
public sealed record PurchaseOrder(int Quantity, long CostCents, string Currency, string Why, string MailText);

/// <summary>What the supplier promises.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="ArrivesOn">When.</param>
[Data(DataClass.Internal)]
public sealed record SupplierConfirmation(int Quantity, DateOnly ArrivesOn);
