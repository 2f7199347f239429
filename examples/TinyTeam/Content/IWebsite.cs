namespace TinyTeam.Content;

/// <summary>The website, as far as content production writes to it.</summary>
public interface IWebsite
{
    /// <summary>Puts an article online, once per key.</summary>
    /// <param name="article">The article.</param>
    /// <param name="metaDescription">What search engines show.</param>
    /// <param name="on">The day it appears.</param>
    /// <param name="idempotencyKey">The same key never publishes twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The address of the page.</returns>
    Task<string> PublishAsync(Article article, string metaDescription, DateOnly on, string idempotencyKey, CancellationToken cancel);
}
