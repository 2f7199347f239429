using System.Text.Json;
using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Definitions;

/// <summary>
/// How definitions are read: a required member must be present and not null, no name may stand twice, and an enum is one of its names.
/// Members that a newer version added are ignored.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(ImpactNames),
        typeof(IsoDuration),
        typeof(EnumName<Access>),
        typeof(EnumName<Cadence>),
        typeof(EnumName<DataClass>),
        typeof(EnumName<DisclosureMode>),
        typeof(EnumName<Duty>),
        typeof(EnumName<Level>),
        typeof(EnumName<Measure>),
        typeof(EnumName<SopTrigger>),
        typeof(EnumName<Stage>),
        typeof(EnumName<StepKind>),
    ])]
[JsonSerializable(typeof(SopDefinition))]
[JsonSerializable(typeof(CatalogueDefinition))]
internal sealed partial class DefinitionContext : JsonSerializerContext;
