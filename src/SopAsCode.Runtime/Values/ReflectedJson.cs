using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SopAsCode.Runtime;

/// <summary>
/// Knows all types by reflection, for a program without a <see cref="JsonSerializerContext"/> of its own. Enums are names, as the schemas of steps say.
/// </summary>
[RequiresUnreferencedCode("It looks at types when the program runs. Give a JsonSerializerContext in its place.")]
[RequiresDynamicCode("It looks at types when the program runs. Give a JsonSerializerContext in its place.")]
public sealed class ReflectedJson : DefaultJsonTypeInfoResolver
{
    private static readonly JsonStringEnumConverter Names = new(namingPolicy: null, allowIntegerValues: false);

    /// <inheritdoc/>
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsEnum
            ? (JsonTypeInfo)typeof(JsonMetadataServices).GetMethod(nameof(JsonMetadataServices.CreateValueInfo))!.MakeGenericMethod(type).Invoke(null, [options, Names.CreateConverter(type, options)])!
            : base.GetTypeInfo(type, options);
    }
}
