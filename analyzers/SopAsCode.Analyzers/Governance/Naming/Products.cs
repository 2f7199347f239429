using SopAsCode.Model.Declaration;

namespace SopAsCode.Analyzers;

/// <summary>Tells the name of a product from a word for what it is.</summary>
internal static class Products
{
    /// <summary>Well-known ones whose name means nothing else, and that a team can swap. Places where customers are, such as a marketplace, are no tools.</summary>
    public static readonly string[] Known =
    [
        "ActiveCampaign", "Airtable", "BambooHR", "Calendly", "ChatGPT", "ClickUp", "DocuSign", "Freshdesk", "GitHub", "GitLab",
        "Google Docs", "Google Drive", "Google Sheets", "HubSpot", "Jira", "Klaviyo", "Mailchimp", "Microsoft Teams", "OpenAI", "Pipedrive", "Power Automate", "Power BI",
        "QuickBooks", "Salesforce", "SharePoint", "Shopify", "Squarespace", "Trello", "Webflow", "WooCommerce", "WordPress", "Xero", "Zapier", "Zendesk", "Zoho",
    ];

    // Products that are called like everyday things.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "access", "bill", "books", "box", "buffer", "close", "drift", "drive", "front", "help", "later", "linear", "mail", "make", "monday", "outlook", "post",
        "remote", "sage", "shop", "square", "store", "teams", "wave", "word",
    };

    // What stands before the country in an address, and is no name.
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "ac", "co", "com", "gov", "net", "or", "org" };

    /// <summary>What a tool is called, where its address or the way it is written shows that this is the name of a product.</summary>
    public static IEnumerable<string> NamesOf(PartyModel tool)
    {
        string[] names = [tool.Title, tool.Name];
        return names.Distinct(StringComparer.Ordinal).Where(name => !Words.Contains(name)
            && (tool.Links.Any(link => Owner(link.Url)?.Equals(name, StringComparison.OrdinalIgnoreCase) == true) || (name == tool.Title && IsBrand(name))));
    }

    /// <summary>Whether a title has a name in it, as whole words and written like a name.</summary>
    public static bool IsIn(string title, string name)
    {
        for (var at = title.IndexOf(name, StringComparison.Ordinal); at >= 0; at = title.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(title[at - 1])) && (end == title.Length || !char.IsLetterOrDigit(title[end])))
            {
                return true;
            }
        }

        return false;
    }

    // One word with a capital inside it, behind a small letter.
    private static bool IsBrand(string name) =>
        name.All(char.IsLetterOrDigit) && Enumerable.Range(1, Math.Max(name.Length - 1, 0)).Any(i => char.IsUpper(name[i]) && char.IsLower(name[i - 1]));

    // Whose address it is: zendesk, of https://acme.zendesk.com/agent.
    private static string? Owner(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        var labels = address.Host.Split('.');
        var last = labels.Length - 2;
        return last > 0 && Suffixes.Contains(labels[last]) ? labels[last - 1] : last >= 0 ? labels[last] : null;
    }
}
