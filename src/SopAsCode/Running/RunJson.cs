using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopAsCode.Runtime;

/// <summary>Reads and writes moves and states of runs as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SopMove))]
[JsonSerializable(typeof(SopRunState))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public static string Write(SopMove move) => JsonSerializer.Serialize(move, Default.SopMove);

    public static string Write(SopRunState state) => JsonSerializer.Serialize(state, Default.SopRunState);

    public static SopMove ReadMove(string json) => JsonSerializer.Deserialize(json, Default.SopMove);

    public static SopRunState ReadState(string json) =>
        JsonSerializer.Deserialize(json, Default.SopRunState) ?? throw new JsonException("null is no state of a run.");
}
