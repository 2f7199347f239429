namespace SopAsCode.Model.Language;

/// <summary>The assembly that holds the attributes of the language.</summary>
public static class LanguageAssembly
{
    /// <summary>Its name, which is also its namespace.</summary>
    public const string Name = "SopAsCode";
}
