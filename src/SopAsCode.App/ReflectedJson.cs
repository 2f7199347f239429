using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SopAsCode.App;

/// <summary>Knows all types by reflection, for a program without a context of its own. Enums are names, as the schemas of steps say.</summary>
[RequiresUnreferencedCode("It looks at types when the program runs. Give a JsonSerializerContext with UseJson.")]
[RequiresDynamicCode("It looks at types when the program runs. Give a JsonSerializerContext with UseJson.")]
internal sealed class ReflectedJson : DefaultJsonTypeInfoResolver
{
    private static readonly JsonStringEnumConverter Names = new(namingPolicy: null, allowIntegerValues: false);

    /// <inheritdoc/>
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) => type.IsEnum
        ? (JsonTypeInfo)typeof(JsonMetadataServices).GetMethod(nameof(JsonMetadataServices.CreateValueInfo))!.MakeGenericMethod(type).Invoke(null, [options, Names.CreateConverter(type, options)])!
        : base.GetTypeInfo(type, options);
}
