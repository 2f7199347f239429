using Microsoft.CodeAnalysis;
using SopAsCode.Model.Language;

namespace SopAsCode.Model.Reading;

/// <summary>Recognises the symbols of the SOP language, and does not mistake similar symbols for them.</summary>
public static class SopSymbols
{
    /// <summary>The assembly and the namespace of the language.</summary>
    public const string Home = LanguageAssembly.Name;

    /// <summary>The assembly of the runtime.</summary>
    public const string Runtime = Home + ".Runtime";

    /// <summary>The metadata name of the attribute that makes a class an SOP.</summary>
    public const string SopAttribute = Home + ".SopAttribute";

    // The compiler puts the files of a generator into a folder with this name.
    private const string Generator = "SopAsCode.Generators.SopGenerator";

    /// <summary>Whether a type is one of the language's, with this name.</summary>
    /// <param name="type">The type; may be unresolved.</param>
    /// <param name="name">Its name without type parameters.</param>
    /// <returns>True when it is.</returns>
    public static bool IsOurs(ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: Home, ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name == name
        && type.ContainingAssembly?.Name == Home;

    /// <summary>Whether an attribute is one of the language's, with this name.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The name of its class.</param>
    /// <returns>True when it is.</returns>
    public static bool IsOurs(AttributeData attribute, string name) => IsOurs(attribute.AttributeClass, name);

    /// <summary>Whether an assembly can hold SOPs, roles or policies at all. None of the hundreds of assemblies of a framework can.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>True when it references the language.</returns>
    public static bool IsUser(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Home));

    /// <summary>The name of a role, agent, tool or SOP in the models, as in <c>PartyModel.Type</c>.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its name with namespace.</returns>
    public static string FullName(INamedTypeSymbol type) => TypeNames.Plain(type);

    /// <summary>The name of the attribute's class without "Attribute"; null when the attribute is not part of the language.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The name: <c>Next</c>, <c>AiStep</c>.</returns>
    public static string? Word(AttributeData attribute) => Word(attribute.AttributeClass);

    /// <summary>The name of an attribute's class without "Attribute"; null when the class is not part of the language.</summary>
    /// <param name="attribute">The class; may be unresolved.</param>
    /// <returns>The name: <c>Next</c>, <c>AiStep</c>.</returns>
    public static string? Word(INamedTypeSymbol? attribute)
    {
        const string suffix = "Attribute";
        var name = attribute?.Name;
        return name?.EndsWith(suffix, StringComparison.Ordinal) == true && IsOurs(attribute, name) ? name.Substring(0, name.Length - suffix.Length) : null;
    }

    /// <summary>
    /// Whether a file has a path as the generator's own files have. Anybody can give a file such a path, so no rule leaves out a file because of it: an
    /// SOP, a grant or a pragma counts in every file.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <returns>False when the generator certainly did not add it.</returns>
    public static bool MayBeOwnOutput(SyntaxTree? tree) => IsGenerated(tree) && tree!.FilePath.IndexOf(Generator, StringComparison.Ordinal) >= 0;

    /// <summary>Whether a file comes from a generator, judged by its name.</summary>
    /// <param name="tree">The file.</param>
    /// <returns>True when it does.</returns>
    public static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a method has any attribute of the language.</summary>
    /// <param name="method">The method.</param>
    /// <returns>True when it does.</returns>
    public static bool IsMarked(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (Word(attribute) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class has <c>[Sop]</c>.</summary>
    /// <param name="type">The class.</param>
    /// <returns>True when it does.</returns>
    public static bool IsSop(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (IsOurs(attribute, nameof(SopAttribute)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type derives from one of the language's classes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The name of that class.</param>
    /// <returns>True when it does.</returns>
    public static bool DerivesFrom(INamedTypeSymbol type, string name)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (IsOurs(ancestor, name))
            {
                return true;
            }
        }

        return false;
    }
}
