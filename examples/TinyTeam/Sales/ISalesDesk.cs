namespace TinyTeam.Sales;

/// <summary>CRM, company register, mail and chat, as far as sales needs them.</summary>
public interface ISalesDesk
{
    /// <summary>Looks a company up in the public register.</summary>
    /// <param name="company">The name, or the domain of the mail address.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>What the register says.</returns>
    Task<CompanyProfile> LookUpAsync(string company, CancellationToken cancel);

    /// <summary>Sends a mail, once per key.</summary>
    /// <param name="to">The address.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="idempotencyKey">The same key never sends twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task SendAsync(string to, NurtureMail mail, string idempotencyKey, CancellationToken cancel);

    /// <summary>Posts to the team's channel for leads.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is posted.</returns>
    Task PostAsync(string text, CancellationToken cancel);

    /// <summary>Notes how many mails of the series a lead got.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is noted.</returns>
    Task NoteMailAsync(Lead lead, CancellationToken cancel);

    /// <summary>The contacts untouched for a year, and the likely doubles.</summary>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>At most two hundred contacts.</returns>
    Task<ContactBatch> StaleContactsAsync(CancellationToken cancel);

    /// <summary>Changes the CRM, once per key.</summary>
    /// <param name="plan">What changes.</param>
    /// <param name="idempotencyKey">The same key never changes twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When all of it is done.</returns>
    Task ApplyAsync(CleanUpPlan plan, string idempotencyKey, CancellationToken cancel);
}
