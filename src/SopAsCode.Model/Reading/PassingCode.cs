using Microsoft.CodeAnalysis;

namespace SopAsCode.Model.Reading;

/// <summary>
/// The members of .NET that give back what they are given, in another form. What only takes a piece out, replaces something or makes a hash is not among them:
/// with these, authors make data harmless.
/// </summary>
internal static class PassingCode
{
    private static readonly Dictionary<string, HashSet<string>?> Texts = new(StringComparer.Ordinal)
    {
        ["System.String"] = Names("Concat Join Format Create Copy Intern Trim TrimStart TrimEnd ToUpper ToLower ToUpperInvariant ToLowerInvariant PadLeft PadRight Insert Normalize ToCharArray Clone"),
        ["System.FormattableString"] = Names("Invariant CurrentCulture"),
        ["System.Text.StringBuilder"] = Names("Append AppendLine AppendFormat AppendJoin Insert"),
        ["System.Text.Encoding"] = Names("GetBytes GetString GetChars"),
        ["System.Convert"] = null,
        ["System.BitConverter"] = null,
        ["System.Uri"] = Names("EscapeDataString UnescapeDataString"),
        ["System.Net.WebUtility"] = null,
        ["System.Text.Encodings.Web.TextEncoder"] = Names("Encode"),
        ["System.Text.RegularExpressions.Regex"] = Names("Escape Unescape"),
        ["System.Globalization.TextInfo"] = Names("ToTitleCase ToUpper ToLower"),
        ["System.Text.Json.JsonSerializer"] = Names("Serialize SerializeToUtf8Bytes SerializeToElement SerializeToNode SerializeToDocument"),
        ["System.Threading.Tasks.Task"] = Names("FromResult"),
        ["System.Threading.Tasks.ValueTask"] = Names("FromResult"),
        ["System.Tuple"] = Names("Create"),
        ["System.ValueTuple"] = Names("Create"),
        ["System.Collections.Generic.KeyValuePair"] = Names("Create"),
    };

    private static readonly HashSet<string> Sequences = Names(
        "Where OrderBy OrderByDescending ThenBy ThenByDescending Order OrderDescending Reverse Distinct DistinctBy ToList ToArray ToHashSet AsEnumerable AsReadOnly Take Skip TakeLast SkipLast TakeWhile SkipWhile "
        + "First FirstOrDefault Last LastOrDefault Single SingleOrDefault ElementAt ElementAtOrDefault DefaultIfEmpty Cast OfType Chunk Min Max MinBy MaxBy ToImmutableArray ToImmutableList Find FindAll FindLast GetRange "
        + "Peek Concat Append Prepend Union Add AddRange Insert Create CreateRange");

    /// <summary>Whether a method gives back its arguments, and the object that it is called on, as a text or in another wrapping.</summary>
    public static bool IsText(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (Texts.TryGetValue(NameOf(type), out var names))
            {
                return names?.Contains(method.Name) != false;
            }
        }

        return false;
    }

    /// <summary>Whether a method gives back elements of the list that it is called on, or of those that it is given.</summary>
    public static bool IsSequence(IMethodSymbol method) => IsOfLists(method) && Sequences.Contains(method.Name);

    /// <summary>Whether a method gives back what a lambda makes of each element.</summary>
    public static bool IsSelect(IMethodSymbol method, bool hasLambda) => IsOfLists(method) && (method.Name is "Select" or "SelectMany" or "ConvertAll" or "Aggregate" || (hasLambda && method.Name is "Min" or "Max"));

    /// <summary>Whether a method puts its arguments into the object that it is called on.</summary>
    public static bool Puts(IMethodSymbol method) => method.Name
        is "Add" or "AddRange" or "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert" or "InsertRange" or "Push" or "Enqueue" or "AddFirst" or "AddLast" or "UnionWith"
        && (IsOfLists(method) || method.ContainingType.Name == "StringBuilder");

    /// <summary>Whether a property gives back what its object holds: an element of a list, or what is wrapped.</summary>
    public static bool IsElement(IPropertySymbol property) =>
        property.IsIndexer ? IsOfLists(property) : property.ContainingType is { IsTupleType: false } type && (IsOfLists(property) || IsIn(type, "System"))
            && property.Name is "Value" or "Values" or "Key" or "Keys" or "Result" or "First" or "Last";

    /// <summary>Whether a type is one of the lists of .NET.</summary>
    public static bool IsList(ITypeSymbol type) => type is IArrayTypeSymbol || IsIn(type, "System.Collections");

    private static bool IsOfLists(ISymbol member) => member.ContainingType is { } type && (type.SpecialType == SpecialType.System_Array || IsIn(type, "System.Linq") || IsIn(type, "System.Collections"));

    private static bool IsIn(ITypeSymbol type, string space)
    {
        var name = type.ContainingNamespace?.ToDisplayString() ?? "";
        return name == space || (space.Length > 6 && name.StartsWith(space + ".", StringComparison.Ordinal));
    }

    private static string NameOf(INamedTypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
