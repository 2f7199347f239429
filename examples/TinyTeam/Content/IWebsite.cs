namespace TinyTeam.Content;

/// <summary>The website, as far as content production writes to it.</summary>
public interface IWebsite
{
    /// <summary>Finds an address that no page has yet; nothing changes on the website.</summary>
    /// <param name="title">The title of the article.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The address.</returns>
    Task<string> FreeAddressAsync(string title, CancellationToken cancel);

    /// <summary>Puts an article online, once per key.</summary>
    /// <param name="article">The article.</param>
    /// <param name="metaDescription">What search engines show.</param>
    /// <param name="address">The address of the page.</param>
    /// <param name="on">The day it appears.</param>
    /// <param name="idempotencyKey">The same key never publishes twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>Done when it is scheduled or online.</returns>
    Task PublishAsync(Article article, string metaDescription, string address, DateOnly on, string idempotencyKey, CancellationToken cancel);
}
