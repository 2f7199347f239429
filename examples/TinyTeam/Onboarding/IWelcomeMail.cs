namespace TinyTeam.Onboarding;

/// <summary>The mail to new customers.</summary>
public interface IWelcomeMail
{
    /// <summary>Sends the welcome, once per key.</summary>
    /// <param name="to">The address.</param>
    /// <param name="pack">Mail and plan.</param>
    /// <param name="idempotencyKey">The same key never sends twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it is sent.</returns>
    Task SendAsync(string to, WelcomePack pack, string idempotencyKey, CancellationToken cancel);
}
