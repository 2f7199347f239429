using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SopAsCode.Build;
using SopAsCode.Definitions;

namespace SopAsCode.Documents;

/// <summary>What a built assembly says about its SOPs. Only its metadata is read; it is never loaded or locked.</summary>
public sealed record SopAssembly
{
    private const string Namespace = "SopAsCode";
    private const int KnownFormat = 1;

    /// <summary>The name of the assembly.</summary>
    public required string Name { get; init; }

    /// <summary>The SOPs, in the order of their ids.</summary>
    public required IReadOnlyList<SopDefinition> Sops { get; init; }

    /// <summary>What the SOPs share: tools, agents, policy.</summary>
    public required CatalogueDefinition Shared { get; init; }

    /// <summary>The classes of SOPs that a newer version of the package described, so that this version can't read them.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The assembly.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="BadImageFormatException">The file is damaged, or nothing that a system could run.</exception>
    /// <exception cref="FormatException">The file is not a .NET assembly, or a definition in it can't be read.</exception>
    public static SopAssembly Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(file);
        if (!image.HasMetadata)
        {
            throw new FormatException($"'{path}' is not a .NET assembly.");
        }

        var metadata = image.GetMetadataReader();
        List<SopDefinition> sops = [];
        List<string> skipped = [];
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute).Where(attribute => IsSummary(metadata, attribute)))
        {
            var value = attribute.DecodeValue(AttributeTypes.Instance);
            if (value.FixedArguments is not [{ Value: string type }, { Value: int format }] || format > KnownFormat)
            {
                skipped.Add(value.FixedArguments is [{ Value: string name }, ..] ? name.Split(',')[0] : "?");
            }
            else if (Text(value.NamedArguments, nameof(SopSummaryAttribute.Definition)) is { } definition)
            {
                var sop = SopDefinition.Parse(definition);
                sops.Add(sop with { Fingerprint = sop.Fingerprint ?? Text(value.NamedArguments, nameof(SopSummaryAttribute.Fingerprint)) });
            }
        }

        return new()
        {
            Name = metadata.GetString(metadata.GetAssemblyDefinition().Name),
            Sops = [.. sops.OrderBy(sop => sop.Id, StringComparer.Ordinal).ThenBy(sop => sop.Class, StringComparer.Ordinal)],
            Shared = sops.Count > 0 && SharedOf(metadata) is { } shared ? CatalogueDefinition.Parse(shared) : new(),
            Skipped = skipped,
        };
    }

    private static string? Text(ImmutableArray<CustomAttributeNamedArgument<string>> values, string name) => values.FirstOrDefault(value => value.Name == name).Value as string;

    private static bool IsSummary(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && Is(metadata, (TypeReferenceHandle)parent, Namespace, nameof(SopSummaryAttribute));

    private static bool Is(MetadataReader metadata, TypeReferenceHandle handle, string space, string name)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, space);
    }

    // The generated catalogue keeps what the SOPs share in a constant.
    private static string? SharedOf(MetadataReader metadata) => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(type => type.Attributes.HasFlag(TypeAttributes.Sealed) && type.BaseType.Kind == HandleKind.TypeReference
            && Is(metadata, (TypeReferenceHandle)type.BaseType, Namespace + ".Definitions", nameof(SopCatalogue)))
        .SelectMany(type => type.GetFields())
        .Select(metadata.GetFieldDefinition)
        .Where(field => field.Attributes.HasFlag(FieldAttributes.Literal) && metadata.StringComparer.Equals(field.Name, "Json"))
        .Select(field => metadata.GetConstant(field.GetDefaultValue()))
        .Where(constant => constant.TypeCode == ConstantTypeCode.String)
        .Select(constant => metadata.GetBlobReader(constant.Value) is var text ? text.ReadUTF16(text.Length) : null)
        .FirstOrDefault();
}
