using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>How sensitive the values of types are, as the declarations of the types state it.</summary>
internal sealed class StatedClasses(SopModel sop)
{
    private readonly Dictionary<string, DataModel> _types = sop.Data.GroupBy(data => data.Type.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The class that a type states for itself; for a list, the class of its elements.</summary>
    public DataClass? Own(string type) => Find(RecordOf(type))?.Class;

    /// <summary>The highest class in a value, with everything inside it.</summary>
    public DataClass? Whole(string type) => Whole(type, []);

    /// <summary>The record that a value is, or that its elements are.</summary>
    public string RecordOf(string type)
    {
        HashSet<string> seen = [];
        while (seen.Add(type) && Find(type) is { Kind: DataKind.List, Element: { } element })
        {
            type = element.Key;
        }

        return type;
    }

    /// <summary>
    /// The record that a value is, or that its elements are; if a value contains several records, the first whose class is not stated. Null when there is none.
    /// </summary>
    public DataModel? RecordIn(string type) => RecordIn(type, []);

    /// <summary>The type with a key; null when it is not data of the SOP.</summary>
    public DataModel? Find(string type) => _types.TryGetValue(type, out var data) ? data : null;

    /// <summary>Whether a class is stated for everything in a value.</summary>
    public bool IsCovered(string type) => IsCovered(type, []);

    /// <summary>The class that is stated for what a placeholder shows, and whether the class of the whole value counts too.</summary>
    public (DataClass? Class, bool IsOfValue) Shown(PromptPart part, ParameterModel root)
    {
        var type = root.Type.Key;
        var stated = Own(type);
        var isOfValue = stated is null;
        foreach (var name in part.Path.Split('.').Skip(1))
        {
            if (Find(type)?.Properties.FirstOrDefault(candidate => candidate.Name == name) is not { } property)
            {
                return (stated, isOfValue);
            }

            type = property.Type.Key;
            if ((property.Class ?? Own(type)) is { } own)
            {
                (stated, isOfValue) = (own, false);
            }
        }

        return (part.Kind == PromptPartKind.Json ? Max(stated, Whole(type)) : stated, isOfValue);
    }

    /// <summary>The higher one of two.</summary>
    public static DataClass? Max(DataClass? one, DataClass? other) => other is null || one >= other ? one : other;

    private DataModel? RecordIn(string type, HashSet<string> around)
    {
        type = RecordOf(type);
        return Find(type) is not { } data || !around.Add(type) ? null
            : data.Kind == DataKind.Record ? data
            : data.Inside.Select(part => RecordIn(part.Key, around)).FirstOrDefault(record => record is { IsUnfinished: false } && !IsCovered(record.Type.Key));
    }

    private DataClass? Whole(string type, HashSet<string> around)
    {
        type = RecordOf(type);
        if (Find(type) is not { } data || !around.Add(type))
        {
            return null;
        }

        var highest = data.Properties.Aggregate(data.Class, (highest, property) => Max(highest, property.Class ?? Whole(property.Type.Key, around)));
        highest = data.Inside.Aggregate(highest, (highest, part) => Max(highest, Whole(part.Key, around)));
        around.Remove(type);
        return highest;
    }

    private bool IsCovered(string type, HashSet<string> around)
    {
        type = RecordOf(type);
        if (Find(type) is not { } data)
        {
            return false;
        }

        return data.Class is not null
            // A type that was already visited counts as covered; otherwise the search would have ended there.
            || (data is { Kind: DataKind.Record, Properties.Count: > 0 } or { Inside.Count: > 0 }
                && (!around.Add(type)
                    || (data.Properties.All(property => property.Class is not null || IsCovered(property.Type.Key, around)) && data.Inside.All(part => IsCovered(part.Key, around)))));
    }
}
