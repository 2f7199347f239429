using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>How sensitive the values of types are, as the declarations of the types state it.</summary>
internal sealed class StatedClasses(SopModel sop)
{
    private readonly Dictionary<string, DataModel> _types = sop.Data.GroupBy(data => data.Type.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, DataClass?> _wholes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _anythings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _covered = new(StringComparer.Ordinal);

    /// <summary>The class that a type states for itself; for a list, the higher one of its own class and that of its elements.</summary>
    public DataClass? Own(string type)
    {
        HashSet<string> seen = [];
        DataClass? highest = null;
        for (var data = Find(type); data is not null && seen.Add(data.Type.Key); data = data is { Kind: DataKind.List, Element: { } element } ? Find(element.Key) : null)
        {
            highest = Max(highest, data.Class);
        }

        return highest;
    }

    /// <summary>The highest class in a value, with everything inside it.</summary>
    public DataClass? Whole(string type)
    {
        if (!_wholes.TryGetValue(type, out var whole))
        {
            _wholes[type] = whole = Parts(type).Aggregate((DataClass?)null, (highest, part) => Max(highest, part.Stated ?? part.Data?.Class));
        }

        return whole;
    }

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
    public bool IsCovered(string type)
    {
        if (!_covered.TryGetValue(type, out var covered))
        {
            _covered[type] = covered = AreAllCovered(type);
        }

        return covered;
    }

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

        return (part.Kind == PromptPartKind.Json || Find(type) is { Hidden.Count: > 0 } ? Max(stated, Whole(type)) : stated, isOfValue);
    }

    /// <summary>The property with which a placeholder ends, where it has its class from what it is computed from; null where it has not.</summary>
    public string? ComputedShown(PromptPart part, ParameterModel root, DataClass shown)
    {
        var (type, computed) = (root.Type.Key, (string?)null);
        foreach (var name in part.Path.Split('.').Skip(1))
        {
            var property = Find(type)?.Properties.FirstOrDefault(candidate => candidate.Name == name);
            (type, computed) = (property?.Type.Key ?? "", property is { IsComputed: true } && property.Class == shown ? name : null);
        }

        return computed;
    }

    /// <summary>A part of what a placeholder shows that may be anything, and of which nothing says how sensitive it is; null when there is none.</summary>
    public string? AnythingShown(PromptPart part, ParameterModel root)
    {
        var (type, name) = (root.Type, "");
        foreach (var step in part.Path.Split('.').Skip(1))
        {
            if (Find(type.Key)?.Properties.FirstOrDefault(candidate => candidate.Name == step) is not { Class: null } property)
            {
                return null;
            }

            (type, name) = (property.Type, $"{type.Short}.{step}");
        }

        return Anything(type.Key) is { } inside ? (inside.Length > 0 ? inside : name.Length > 0 ? name : type.Short) : null;
    }

    /// <summary>The higher one of two.</summary>
    public static DataClass? Max(DataClass? one, DataClass? other) => other is null || one >= other ? one : other;

    // The first member inside a value that may be anything, as in Event.Payload; empty when that is the value itself.
    private string? Anything(string type)
    {
        if (!_anythings.TryGetValue(type, out var anything))
        {
            _anythings[type] = anything = Parts(type).Where(part => part is { Stated: null, Data.IsAnything: true }).Select(part => part.Name).FirstOrDefault();
        }

        return anything;
    }

    private DataModel? RecordIn(string type, HashSet<string> around)
    {
        type = RecordOf(type);
        return Find(type) is not { } data || !around.Add(type) ? null
            : data.Kind is DataKind.Record or DataKind.Formatted ? data
            : data.Inside.Select(part => RecordIn(part.Key, around)).FirstOrDefault(record => record is { IsUnfinished: false } && !IsCovered(record.Type.Key));
    }

    // Everything in a value, each type once as JSON and once as text. A member that states its class is not looked into.
    private IEnumerable<(string Name, DataClass? Stated, DataModel? Data)> Parts(string type)
    {
        HashSet<(string, bool)> seen = [(type, false)];
        Queue<(string Type, bool IsText, string Name)> open = new([(type, false, "")]);
        while (open.Count > 0)
        {
            var (key, isText, name) = open.Dequeue();
            if (Find(key) is not { } data)
            {
                continue;
            }

            yield return (name, null, data);
            isText |= data.Kind is DataKind.Formatted or DataKind.Other;
            List<(TypeUse Type, string Name)> inner = [.. data.Element is { } element ? [(element, name)] : Array.Empty<(TypeUse, string)>(), .. data.Inside.Select(part => (part, name))];
            foreach (var member in (data.Kind == DataKind.List ? [] : data.Properties).Concat(isText ? data.Hidden : []))
            {
                // The key or value of a dictionary is named as the property that holds the dictionary.
                var path = name.Length > 0 && data.Type.Plain.StartsWith("System.", StringComparison.Ordinal) ? name : $"{data.Type.Short}.{member.Name}";
                if (member.Class is { } stated)
                {
                    yield return (path, stated, null);
                }
                else
                {
                    inner.Add((member.Type, path));
                }
            }

            foreach (var (part, path) in inner.Where(part => seen.Add((part.Type.Key, isText))))
            {
                open.Enqueue((part.Key, isText, path));
            }
        }
    }

    private bool AreAllCovered(string type)
    {
        HashSet<string> seen = [type];
        Stack<string> open = new([type]);
        while (open.Count > 0)
        {
            if (Find(open.Pop()) is not { } data)
            {
                return false;
            }

            if (data.Class is not null)
            {
                continue;
            }

            IEnumerable<TypeUse> inner = data.Kind switch
            {
                DataKind.List => [data.Element!],
                DataKind.Record => data.Properties.Where(property => property.Class is null).Select(property => property.Type),
                DataKind.Formatted => data.Hidden.Where(member => member.Class is null).Select(member => member.Type),
                _ => data.Inside,
            };
            if (data is not ({ Kind: DataKind.List } or { Kind: DataKind.Record, Properties.Count: > 0 } or { Kind: DataKind.Formatted, Hidden.Count: > 0 } or { Inside.Count: > 0 }))
            {
                return false;
            }

            inner.Where(part => seen.Add(part.Key)).ToList().ForEach(part => open.Push(part.Key));
        }

        return true;
    }
}
