using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SopAsCode.Build;

/// <summary>A waiver that says everything a waiver must say.</summary>
/// <param name="Where">The class of the SOP, and the step if it stands on one: <c>CheckPrices.Compare</c>.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Until">The last day it holds.</param>
/// <param name="By">The role that allows it.</param>
/// <param name="Because">Why, on one line.</param>
internal sealed record WaiverText(string Where, string Rule, string Until, string By, string Because);

/// <summary>Reads the waivers of a compiled assembly from its metadata. It never loads or locks the assembly.</summary>
internal static class WaiverReader
{
    /// <summary>Reads the file. A waiver that lacks something is left out: it waives nothing, and SOP1101 reports it.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static IReadOnlyList<WaiverText> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(file, PEStreamOptions.PrefetchMetadata);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions
                .Select(metadata.GetTypeDefinition)
                .SelectMany(type => Of(metadata, type))
                .OrderBy(waiver => waiver.Where, StringComparer.Ordinal)
                .ThenBy(waiver => waiver.Rule, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<WaiverText> Of(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        return In(metadata, type.GetCustomAttributes(), name)
            .Concat(type.GetMethods().Select(metadata.GetMethodDefinition).SelectMany(method => In(metadata, method.GetCustomAttributes(), $"{name}.{metadata.GetString(method.Name)}")));
    }

    private static IEnumerable<WaiverText> In(MetadataReader metadata, CustomAttributeHandleCollection attributes, string where) => attributes
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => SummaryReader.IsOfLanguage(metadata, attribute, "WaiveAttribute"))
        .Select(attribute => Read(attribute.DecodeValue(AttributeTypes.Instance), where))
        .OfType<WaiverText>();

    private static WaiverText? Read(CustomAttributeValue<string> waiver, string where)
    {
        var said = waiver.NamedArguments.ToDictionary(value => value.Name!, value => value.Value as string, StringComparer.Ordinal);
        return waiver.FixedArguments.Length == 1 && waiver.FixedArguments[0].Value is string { Length: > 0 } rule
            && said.TryGetValue("Until", out var until) && until is { Length: > 0 }
            && said.TryGetValue("By", out var by) && by is { Length: > 0 }
            && said.TryGetValue("Because", out var because) && because?.Trim() is { Length: > 0 }
                ? new(where, rule, until, SimpleName(by), string.Join(" ", because.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                : null;
    }

    // Shop.Roles+Founder, Shop, Version=…
    private static string SimpleName(string type)
    {
        var name = type.Split(',')[0];
        return name.Substring(name.LastIndexOfAny(['.', '+']) + 1);
    }
}
