namespace TinyTeam.Support;

/// <summary>The helpdesk, as far as the triage writes to it.</summary>
public interface IHelpdesk
{
    /// <summary>Answers a ticket with a macro and closes it.</summary>
    /// <param name="ticket">The ticket's number.</param>
    /// <param name="macro">The macro's name.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is done.</returns>
    Task ApplyMacroAsync(int ticket, string macro, CancellationToken cancel);

    /// <summary>Sends a reply, once per key.</summary>
    /// <param name="ticket">The ticket's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="idempotencyKey">The same key never sends twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel);
}
