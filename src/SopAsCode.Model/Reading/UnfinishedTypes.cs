using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Model.Reading;

/// <summary>Finds the types at which somebody is still typing an attribute. Each type is checked once, even if many SOPs name it.</summary>
internal static class UnfinishedTypes
{
    // The table drops a type when its compilation is dropped.
    private static readonly ConditionalWeakTable<ITypeSymbol, StrongBox<bool>> Known = new();

    /// <summary>Whether a type has an attribute that does not compile.</summary>
    public static bool Contains(ITypeSymbol type) => Known.GetValue(type, static key => new(AttributeReading.IsAnyUnfinished(key))).Value;
}
