using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Operations;

/// <summary>A product runs out, or the shop thinks so.</summary>
[Sop("Inventory exceptions")]
[Purpose("Never sell what we don't have, and never tie up money in what we don't sell", Output = "A confirmed order, or a corrected count")]
[Owner<OperationsLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<Founder>(Duty.Reviewer), Responsible<OperationsLead>(Duty.Documentation)]
[ValueStream<ServiceDelivery>(Part = "Stock")]
[Trigger("The shop reports a product below its reorder point")]
[Prerequisite("The supplier has an address and a price list of this year")]
[OutOfScope("New products and new suppliers: the founder decides those")]
[OutOfScope("The weekly look at all stock", Covered = typeof(WeeklySummary))]
[Metric(Measure.Outcome, Name = "Days a product was sold out", Baseline = 11, Target = 3, Unit = "days a month")]
[Metric(Measure.ErrorRate, Name = "Orders with a wrong quantity", Baseline = 8, Target = 2, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-09")]
[Fallback("Count, work out six weeks of sales, and order from the supplier's price list by mail",
    SwitchWhen = "The shop's counts are off on three products in a row")]
[Disclosure(DisclosureMode.NotNeeded, Because = "Customers see a delivery time that a person sets; the mail goes to the supplier")]
[EdgeCase("The season ends", "Order three weeks of sales, not six, and say so in the reason")]
[EdgeCase("The supplier's price went up", "Reject with the new price; above 10 % the founder looks for another one")]
[EdgeCase("All of it is damaged", "Take it off the shop first, then order")]
[Change("1.1.0", "2026-11-09", "Orders above 2,000 EUR need the founder, asked after the quantity was edited")]
[Change("1.0.0", "2026-09-21", "First version")]
public sealed partial class InventoryExceptions(IOperationsDesk desk) : Sop<StockAlert>
{
    [AutomatedStep("Flag the product in the team's channel")]
    [Reads<Shop>, Writes<TeamChat>]
    [OnFailure(nameof(CountShelf), Retries = 2)]
    [Next(nameof(CountShelf))]
    public Task FlagProduct(StockAlert alert, StepContext step, CancellationToken cancel) =>
        desk.PostAsync($"{alert.Product} ({alert.Sku}): {alert.OnHand} left, order below {alert.ReorderPoint}", step.IdempotencyKey, cancel);

    [HumanStep<OperationsLead>("Count what is on the shelf")]
    [Checklist("Shelf, returns box and packing table counted", "Damaged ones set apart")]
    [Due(Hours = 8)]
    [Next(End.Completed, When = nameof(IsFalseAlarm))]
    [Next(nameof(DraftOrder))]
    public partial Task<StockCount> CountShelf(StockAlert alert);

    [AiStep<StockPlanner>("Propose a quantity and draft the supplier's mail", Level = Level.PrepareForApproval)]
    [Prompt("""
        Work out how many to order, for six weeks of sales, and write a short mail to the supplier.
        Product: {alert.Product} ({alert.Sku}) from {alert.Supplier}
        Sold per week: {alert.SoldPerWeek}
        Counted: {count.Counted}, damaged: {count.Damaged}. Remark: {count.Remark}
        Show how you got to the quantity and the cost. Ask for a delivery date.

        What a person last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Guardrail("Round up to whole boxes; never order more than twelve weeks of sales")]
    [Limitation("Does not know of sales campaigns", Workaround = "Look at the content and promotion calendar before you approve")]
    [Drafts<Mailer>]
    public partial Task<PurchaseOrder> DraftOrder(StockAlert alert, StockCount count, Rejection? rejection);

    [Checkpoint<OperationsLead>("Approve quantity and mail")]
    [Checklist("Quantity fits sales and shelf", "Price is that of the price list", "No campaign is coming that changes it")]
    [Due(Days = 1)]
    [OnReject(nameof(DraftOrder), AtMost = 2)]
    [Next(nameof(SignLargeOrder), When = nameof(IsLarge))]
    [Next(nameof(NoteOnOrder))]
    [Waive("SOP0305", Because = "Only one person works in the warehouse, so who counted also approves; the founder sees each order on the bank statement",
        By = typeof(Founder), Until = "2027-01-31")]
    [TeamMode("Two people in the warehouse: one counts, the other approves, and the waiver goes")]
    public partial Task<PurchaseOrder> ApproveOrder(StockAlert alert, StockCount count, PurchaseOrder order);

    [Checkpoint<Founder>("Sign an order above 2,000 EUR")]
    [Checklist("The money is there until it sells", "The supplier delivered the last time", "Quantity is explained")]
    [Due(Days = 2)]
    [OnReject(nameof(DraftOrder), AtMost = 1)]
    [Next(nameof(NoteOnOrder))]
    public partial Task SignLargeOrder(StockAlert alert, PurchaseOrder order);

    [AutomatedStep("Note the count and the quantity on order in the shop")]
    [Writes<Shop>(Impact.Inventory)]
    [OnFailure(Fallback, Retries = 3)]
    public Task NoteOnOrder(StockAlert alert, StockCount count, PurchaseOrder order, StepContext step, CancellationToken cancel) =>
        desk.SetStockAsync(alert.Sku, count.Counted, order.Quantity, step.IdempotencyKey, cancel);

    [AutomatedStep("Send the order to the supplier")]
    [Writes<Mailer>(Impact.Money)]
    [OnFailure(Fallback, Retries = 3)]
    public Task SendOrder(StockAlert alert, PurchaseOrder order, StepContext step, CancellationToken cancel) =>
        desk.OrderAsync(alert.SupplierEmail, order, step.IdempotencyKey, cancel);

    [WaitFor("Wait for the supplier to confirm")]
    [Due(Days = 3), OnTimeout(nameof(CallSupplier))]
    [Next(nameof(CallSupplier), When = nameof(IsShort))]
    [Next(End.Completed)]
    public partial Task<SupplierConfirmation> WaitForSupplier(StockAlert alert);

    [HumanStep<OperationsLead>("Call the supplier and set the product's delivery time")]
    [Checklist("A date is named", "The shop shows it", "Customers with open orders know")]
    [Writes<Shop>(Impact.Customers)]
    [Due(Days = 1)]
    [Next(End.Completed)]
    public partial Task CallSupplier(StockAlert alert, PurchaseOrder order, SupplierConfirmation? confirmation);

    [Condition("There is enough on the shelf after all")]
    private static bool IsFalseAlarm(StockAlert alert, StockCount count) => count.Counted >= alert.ReorderPoint;

    [Condition("The order is above 2,000 EUR, or in another currency")]
    private static bool IsLarge(PurchaseOrder order) => order.CostCents > 200_000 || order.Currency != "EUR";

    [Condition("The supplier confirms less than we ordered")]
    private static bool IsShort(PurchaseOrder order, SupplierConfirmation confirmation) => confirmation.Quantity < order.Quantity;
}
