using System.Text.Json.Nodes;

namespace SopAsCode.Documents.Tests.Tooling;

/// <summary>The index of a site's search.</summary>
public static class SearchIndexOf
{
    public static JsonObject Data(IReadOnlyDictionary<string, string> site)
    {
        var script = site["search-index.js"];
        Assert.StartsWith("window.sopSearch(", script, StringComparison.Ordinal);
        Assert.EndsWith(");\n", script, StringComparison.Ordinal);
        return JsonNode.Parse(script["window.sopSearch(".Length..^3])!.AsObject();
    }

    public static IEnumerable<JsonObject> Entries(IReadOnlyDictionary<string, string> site) => Data(site)["entries"]!.AsArray().Select(entry => entry!.AsObject());
}
