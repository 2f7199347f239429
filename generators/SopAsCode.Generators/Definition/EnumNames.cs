using System.Collections.Concurrent;

namespace SopAsCode.Generators;

/// <summary>The names of the values of enums. They are kept, because there are few values and each is written many times.</summary>
internal static class EnumNames
{
    /// <summary>The name of a value, as <see cref="object.ToString"/> gives it.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Names.GetOrAdd(value, static one => one.ToString());

    /// <summary>The names of the flags that are set; none for zero.</summary>
    public static string[] OfEach<T>(T value)
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, default) ? [] : Of(value).Split([", "], StringSplitOptions.None);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Names = new();
    }
}
