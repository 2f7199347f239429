using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SopAsCode.Model.Values;

namespace SopAsCode.Build;

/// <summary>Reads the SOPs of a compiled assembly from its metadata. It never loads or locks the assembly.</summary>
internal static class SummaryReader
{
    private const string Namespace = "SopAsCode";
    private const string Definitions = Namespace + ".Definitions";
    private const string Attribute = "SopSummaryAttribute";
    private const string Catalogue = "SopCatalogue";
    private const string Id = "Id";
    private const string Page = "Markdown";
    private const int KnownFormat = 1;

    /// <summary>Reads the file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static AssemblySops Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(file, PEStreamOptions.PrefetchMetadata);
        return Read(image.GetMetadataReader());
    }

    /// <summary>
    /// Reads what a lock file stores about the SOPs of an assembly that have a version, and which SOPs have a newer format. A lock file stores nothing about an
    /// idea.
    /// </summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static (IReadOnlyList<LockedSop> Sops, IReadOnlyList<string> Skipped) ReadLocked(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(file, PEStreamOptions.PrefetchMetadata);
        var metadata = image.GetMetadataReader();
        List<LockedSop> sops = [];
        List<string> skipped = [];
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute).Where(attribute => IsSummary(metadata, attribute)))
        {
            var (type, format) = Fixed(metadata, attribute);
            if (format > KnownFormat)
            {
                skipped.Add(type);
            }
            else if (LockedSops.Of(type, attribute.DecodeValue(AttributeTypes.Instance).NamedArguments.ToDictionary(value => value.Name!, value => value.Value, StringComparer.Ordinal)) is { } sop)
            {
                sops.Add(sop);
            }
        }

        return (sops, skipped);
    }

    /// <summary>Whether an attribute is of the language and has this name.</summary>
    public static bool IsOfLanguage(MetadataReader metadata, CustomAttribute attribute, string name)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference && IsOfLanguage(metadata, (TypeReferenceHandle)parent, name);
    }

    private static AssemblySops Read(MetadataReader metadata)
    {
        List<string> skipped = [];
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsSummary(metadata, attribute))
            {
                continue;
            }

            var (type, format) = Fixed(metadata, attribute);
            if (format > KnownFormat)
            {
                skipped.Add(type);
            }
            else if (attribute.DecodeValue(AttributeTypes.Instance).NamedArguments.FirstOrDefault(value => value.Name == Id).Value is string id)
            {
                ids[type] = id;
            }
        }

        var sops = ids.Count == 0 ? [] : Pages(metadata, ids).OrderBy(sop => sop.Id, StringComparer.Ordinal).ToList();
        return new(metadata.GetString(metadata.GetAssemblyDefinition().Name), sops, skipped, ids.Count == 0 ? null : CatalogueOf(metadata));
    }

    // The generated class is the sealed class that derives from the base of catalogues and is not nested in another type.
    private static string? CatalogueOf(MetadataReader metadata) => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(type => type.Attributes.HasFlag(TypeAttributes.Sealed) && type.GetDeclaringType().IsNil
            && type.BaseType.Kind == HandleKind.TypeReference && IsOfLanguage(metadata, (TypeReferenceHandle)type.BaseType, Catalogue, Definitions))
        .Select(type => FullName(metadata, type))
        .FirstOrDefault();

    private static bool IsSummary(MetadataReader metadata, CustomAttribute attribute) => IsOfLanguage(metadata, attribute, Attribute);

    private static bool IsOfLanguage(MetadataReader metadata, TypeReferenceHandle handle, string name, string space = Namespace)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, space);
    }

    // The class and the format come first in every format; the rest is read only when the format is known.
    private static (string Type, int Format) Fixed(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16(); // every attribute value starts with the same two bytes
        var type = value.ReadSerializedString() ?? "";
        var assembly = type.IndexOf(',');
        return (assembly < 0 ? type : type.Substring(0, assembly), value.ReadInt32());
    }

    private static IEnumerable<SopText> Pages(MetadataReader metadata, Dictionary<string, string> ids)
    {
        HashSet<string> simpleNames = new(ids.Keys.Select(SimpleName), StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (simpleNames.Contains(metadata.GetString(type.Name))
                && FullName(metadata, type) is var name
                && ids.TryGetValue(name, out var id)
                && Markdown(metadata, type) is { } markdown)
            {
                yield return new(name, id, markdown);
            }
        }
    }

    private static string SimpleName(string fullName) => fullName.Substring(fullName.LastIndexOfAny(['.', '+']) + 1);

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return $"{FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}+{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static string? Markdown(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            if (field.Attributes.HasFlag(FieldAttributes.Literal) && metadata.StringComparer.Equals(field.Name, Page))
            {
                var constant = metadata.GetConstant(field.GetDefaultValue());
                return constant.TypeCode == ConstantTypeCode.String
                    ? metadata.GetBlobReader(constant.Value) is var text ? text.ReadUTF16(text.Length) : null
                    : null;
            }
        }

        return null;
    }
}
