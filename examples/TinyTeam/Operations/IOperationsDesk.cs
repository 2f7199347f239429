namespace TinyTeam.Operations;

/// <summary>Shop, analytics, chat, board and mail, as far as operations needs them.</summary>
public interface IOperationsDesk
{
    /// <summary>The numbers of the week that ended on a day.</summary>
    /// <param name="until">The day.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The numbers.</returns>
    Task<WeekNumbers> WeekAsync(DateTimeOffset until, CancellationToken cancel);

    /// <summary>Posts to the team's channel for operations, once per key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="idempotencyKey">The same key never posts twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is posted.</returns>
    Task PostAsync(string text, string idempotencyKey, CancellationToken cancel);

    /// <summary>Puts actions on the board, once per key.</summary>
    /// <param name="actions">The actions.</param>
    /// <param name="idempotencyKey">The same key never adds twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When they are there.</returns>
    Task PutOnBoardAsync(IReadOnlyList<ProposedAction> actions, string idempotencyKey, CancellationToken cancel);

    /// <summary>Notes in the shop how many of a product are there and how many are on order, once per key.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="onHand">How many are there.</param>
    /// <param name="onOrder">How many are on order.</param>
    /// <param name="idempotencyKey">The same key never changes twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is noted.</returns>
    Task SetStockAsync(string sku, int onHand, int onOrder, string idempotencyKey, CancellationToken cancel);

    /// <summary>Orders from a supplier by mail, once per key.</summary>
    /// <param name="to">The address.</param>
    /// <param name="order">The order.</param>
    /// <param name="idempotencyKey">The same key never orders twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task OrderAsync(string to, PurchaseOrder order, string idempotencyKey, CancellationToken cancel);
}
