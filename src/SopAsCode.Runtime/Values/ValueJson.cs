using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SopAsCode.Runtime;

/// <summary>
/// Reads and writes the values of runs by what the team gives, most often a <see cref="JsonSerializerContext"/>. Reading is strict: what is missing, unknown, null where
/// nothing may be null, or there twice, is an error that says where.
/// </summary>
internal sealed class ValueJson
{
    private readonly JsonSerializerOptions _options;

    /// <summary>Creates it.</summary>
    /// <param name="team">What knows the team's types; null for a team whose runs have no values.</param>
    public ValueJson(IJsonTypeInfoResolver? team)
    {
        var basis = team is JsonSerializerContext context ? new JsonSerializerOptions(context.Options) : new();
        _options = new(basis)
        {
            TypeInfoResolver = team is null ? RecordJsonContext.Default : JsonTypeInfoResolver.Combine(team, RecordJsonContext.Default),
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.Strict,
            ReadCommentHandling = JsonCommentHandling.Disallow,
            AllowTrailingCommas = false,
            WriteIndented = false,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        _options.MakeReadOnly();
    }

    /// <summary>Whether the context knows a type.</summary>
    public bool Knows(Type type) => _options.TryGetTypeInfo(type, out _);

    /// <summary>Writes a value.</summary>
    public string Write(Type type, object value) => JsonSerializer.Serialize(value, _options.GetTypeInfo(type));

    /// <summary>Reads a value.</summary>
    /// <exception cref="RefusedException">The JSON does not have the form of the type.</exception>
    public object Read(string what, Type type, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, _options.GetTypeInfo(type)) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new RefusedException(RefusalKind.Malformed, $"{what} must be JSON of a '{type.Name}': {e.Message.Replace(type.FullName ?? type.Name, type.Name, StringComparison.Ordinal)}");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            // The constructor of a record may refuse what it gets.
            throw new RefusedException(RefusalKind.Malformed, $"{what} must be a valid '{type.Name}': {e.Message}");
        }
    }
}
