using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>
/// What the JSON of a definition must be, found by walking the object: a member that somebody adds to the definition and forgets in the
/// JSON shows.
/// </summary>
internal static class DefinitionAsJson
{
    /// <summary>The JSON of a definition.</summary>
    public static JsonObject Of(SopDefinition definition) => Object(definition);

    /// <summary>Whether a member is JSON already.</summary>
    public static bool IsSchema(PropertyInfo member) => member.Name.EndsWith("Schema", StringComparison.Ordinal);

    /// <summary>Whether a member is there even when it says what it would say anyway.</summary>
    public static bool IsRequired(PropertyInfo member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute")
        || member.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == member.Name && !parameter.HasDefaultValue);

    /// <summary>The name of a member in JSON.</summary>
    public static string Name(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    private static JsonNode Node(object value) => value switch
    {
        string text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), // half a character is none
        bool truth => truth,
        int number => number,
        double number when double.IsInfinity(number) => number.ToString(CultureInfo.InvariantCulture),
        double number => number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        Enum word when word.GetType().IsDefined(typeof(FlagsAttribute)) => Flags(word),
        Enum word => word.ToString(),
        IReadOnlyDictionary<string, string> pairs => new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Node)]),
        _ => Object(value),
    };

    private static JsonArray Flags(Enum word) =>
        [.. Enum.GetValues(word.GetType()).Cast<Enum>().Where(flag => Convert.ToInt32(flag, CultureInfo.InvariantCulture) != 0 && word.HasFlag(flag)).Select(flag => (JsonNode)flag.ToString())];

    private static JsonObject Object(object value)
    {
        var json = new JsonObject();

        // What can't be set follows from the rest.
        foreach (var member in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.CanWrite))
        {
            if (member.GetValue(value) is { } part && (IsRequired(member) || IsStated(part, member.PropertyType)))
            {
                json[Name(member.Name)] = IsSchema(member) ? JsonNode.Parse((string)part) : Node(part);
            }
        }

        return json;
    }

    // What may be null is stated by not being it.
    private static bool IsStated(object part, Type type) => part switch
    {
        string => true,
        Remarks remarks => Object(remarks).Count > 0,
        IEnumerable list => list.Cast<object>().Any(),
        ValueType when Nullable.GetUnderlyingType(type) is null => !part.Equals(Activator.CreateInstance(part.GetType())),
        _ => true,
    };
}
