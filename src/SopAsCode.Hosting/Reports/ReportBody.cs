using System.Text.Json;
using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>What a report from outside says.</summary>
internal sealed record ReportBody
{
    public required string Item { get; init; }

    public required int Revision { get; init; }

    /// <summary>The value that the step makes; null when it makes none, or failed.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What went wrong; null when it did not fail.</summary>
    public string? Failed { get; init; }

    public AgentUsage? Usage { get; init; }

    /// <summary>The name of this very report: the same sent twice is done once.</summary>
    public string? Key { get; init; }
}

/// <summary>Reads reports strictly: what is unknown, missing or there twice is an error.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReportBody))]
internal sealed partial class ReportJson : JsonSerializerContext;
