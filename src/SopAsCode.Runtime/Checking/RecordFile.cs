using System.Text.Json;
using System.Text.Json.Nodes;

namespace SopAsCode.Runtime;

/// <summary>
/// A file of events, a line of JSON each, that can be checked without this library: a line has all fields of an event and its hash, and the hash is the
/// SHA-256 of the line without the member <c>hash</c>, in the canonical form of RFC 8785.
/// </summary>
public static class RecordFile
{
    /// <summary>Writes an event.</summary>
    /// <param name="recorded">The event.</param>
    /// <returns>The line, without its end.</returns>
    /// <exception cref="JsonException">What the event says is no JSON: it was damaged.</exception>
    public static string Write(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var fields = JsonNode.Parse(RecordJson.Fields(recorded))!.AsObject();
        fields["hash"] = recorded.Hash;
        return CanonicalJson.Of(fields.ToJsonString());
    }

    /// <summary>Reads an event.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The event. Its hash is as the line says: a <see cref="RecordChain"/> checks it.</returns>
    /// <exception cref="FormatException">The line is no event.</exception>
    public static RecordedEvent Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            var fields = JsonNode.Parse(line) as JsonObject ?? throw new FormatException("The line is no event.");
            var hash = (string?)fields["hash"] ?? throw new FormatException("The line is no event: it has no hash.");
            fields.Remove("hash");
            return RecordJson.ReadFields(fields.ToJsonString(), hash);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The line is no event: {e.Message}", e);
        }
    }
}
