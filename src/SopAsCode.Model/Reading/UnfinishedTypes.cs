using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SopAsCode.Model.Reading;

/// <summary>Tells the types at which an attribute is still being typed. Each is looked at once, however many SOPs name it.</summary>
internal static class UnfinishedTypes
{
    // The table forgets a type with its compilation.
    private static readonly ConditionalWeakTable<ITypeSymbol, StrongBox<bool>> Known = new();

    /// <summary>Whether a type has an attribute that does not compile.</summary>
    public static bool Contains(ITypeSymbol type) => Known.GetValue(type, static key => new(AttributeReading.IsAnyUnfinished(key))).Value;
}
