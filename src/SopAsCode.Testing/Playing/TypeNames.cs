namespace SopAsCode.Testing;

/// <summary>Types as definitions name them.</summary>
internal static class TypeNames
{
    /// <summary>The name of a type without its namespace.</summary>
    public static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];
}
