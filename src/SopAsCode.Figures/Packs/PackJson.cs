using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopAsCode.Figures;

/// <summary>Reads and writes what packs have as JSON. Reading is strict.</summary>
internal static class PackJson
{
    public static byte[] Write(PackStatement statement) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(statement, PackContext.Default.PackStatement).ReplaceLineEndings("\n") + "\n");

    public static string Write(PackedContent content) => JsonSerializer.Serialize(content, PackLines.Default.PackedContent);

    public static PackStatement ReadStatement(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, PackContext.Default.PackStatement) ?? throw new JsonException("It is null.");

    public static PackedContent ReadContent(string line) => JsonSerializer.Deserialize(line, PackLines.Default.PackedContent) ?? throw new JsonException("It is null.");

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PackStatement))]
internal sealed partial class PackContext : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PackedContent))]
internal sealed partial class PackLines : JsonSerializerContext;
