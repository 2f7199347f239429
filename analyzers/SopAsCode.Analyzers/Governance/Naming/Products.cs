using SopAsCode.Model.Declaration;

namespace SopAsCode.Analyzers;

/// <summary>Distinguishes the name of a product from a word for a kind of tool.</summary>
internal static class Products
{
    /// <summary>
    /// Well-known products whose name has no other meaning and that a team can replace. Places where customers are, such as a marketplace, are not tools.
    /// </summary>
    public static readonly string[] Known =
    [
        "ActiveCampaign", "Airtable", "BambooHR", "Calendly", "ChatGPT", "ClickUp", "DocuSign", "Freshdesk", "GitHub", "GitLab",
        "Google Docs", "Google Drive", "Google Sheets", "HubSpot", "Jira", "Klaviyo", "Mailchimp", "Microsoft Teams", "OpenAI", "Pipedrive", "Power Automate", "Power BI",
        "QuickBooks", "Salesforce", "SharePoint", "Shopify", "Squarespace", "Trello", "Webflow", "WooCommerce", "WordPress", "Xero", "Zapier", "Zendesk", "Zoho",
    ];

    // Products whose names are ordinary words.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "access", "bill", "books", "box", "buffer", "close", "drift", "drive", "front", "help", "later", "linear", "mail", "make", "monday", "outlook", "post",
        "remote", "sage", "shop", "square", "store", "teams", "wave", "word",
    };

    // Parts before the country in an address that are not names.
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "ac", "co", "com", "gov", "net", "or", "org" };

    /// <summary>The name of a tool, if its address or its spelling shows that it is the name of a product.</summary>
    public static IEnumerable<string> NamesOf(PartyModel tool)
    {
        string[] names = [tool.Title, tool.Name];
        return names.Distinct(StringComparer.Ordinal).Where(name => !Words.Contains(name)
            && (tool.Links.Any(link => Owner(link.Url)?.Equals(name, StringComparison.OrdinalIgnoreCase) == true) || (name == tool.Title && IsBrand(name))));
    }

    /// <summary>Whether a title contains a name, as whole words and spelled like a name.</summary>
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

    // One word that has a capital after a small letter.
    private static bool IsBrand(string name) =>
        name.All(char.IsLetterOrDigit) && Enumerable.Range(1, Math.Max(name.Length - 1, 0)).Any(i => char.IsUpper(name[i]) && char.IsLower(name[i - 1]));

    // The owner of an address: zendesk, from https://acme.zendesk.com/agent.
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
