using System.Reflection;

namespace SopAsCode.App.Tests.House;

/// <summary>
/// A record is compared by its fields. One that works something out when it is first asked is another value afterwards: sets lose it, and a list that
/// leaves out what stands twice shows it twice, when several threads ask.
/// </summary>
public sealed class RecordsKeepTheirValue
{
    private static readonly string[] Product =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "SopAsCode*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void No_record_of_the_product_works_out_a_field_later()
    {
        Assert.Superset(new HashSet<string> { "SopAsCode", "SopAsCode.Model", "SopAsCode.Generators", "SopAsCode.Analyzers", "SopAsCode.CodeFixes", "SopAsCode.Documents", "SopAsCode.Runtime", "SopAsCode.PostgreSql", "SopAsCode.Hosting", "SopAsCode.App", "SopAsCode.Agents", "SopAsCode.Figures", "SopAsCode.Testing" }, Product.ToHashSet());

        Assert.Empty(Product.SelectMany(name => Assembly.Load(name).GetTypes()).SelectMany(LaterIn));
    }

    [Fact]
    public void Such_a_record_is_found() => Assert.Equal([$"{typeof(AskedLater).FullName}: <Words>k__BackingField", $"{typeof(KeptLater).FullName}: _words"], new[] { typeof(AskedLater), typeof(KeptLater), typeof(AtOnce) }.SelectMany(LaterIn));

    private static IEnumerable<string> LaterIn(Type type) => IsRecord(type)
        ? type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && !IsOfSetter(type, field))
            .Select(field => $"{type.FullName}: {field.Name}")
        : [];

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static bool IsOfSetter(Type type, FieldInfo field) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(property => property.CanWrite && field.Name == $"<{property.Name}>k__BackingField");

    private sealed record AskedLater(string Text)
    {
        public string Words => field ??= Text.Trim();
    }

    private sealed record KeptLater(string Text)
    {
        private string? _words;

        public string Words => _words ??= Text.Trim();
    }

    private sealed record AtOnce(string Text)
    {
        public string Words { get; } = Text.Trim();

        public string? Note { get; init; }
    }
}
