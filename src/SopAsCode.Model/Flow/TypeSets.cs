namespace SopAsCode.Model.Flow;

/// <summary>
/// A set of types for each state, stored as bits. Hundreds of types cost little more than one, so the cost of an analysis of
/// all types grows only with the number of steps.
/// </summary>
internal sealed class TypeSets
{
    private const int Bits = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ulong[]?[] _sets;
    private readonly int _words;

    /// <summary>Creates a set per state; nothing is known of any state yet.</summary>
    /// <param name="states">How many states there are.</param>
    /// <param name="types">The types that can be in a set; other types are in no set.</param>
    public TypeSets(int states, IEnumerable<string> types)
    {
        foreach (var type in types)
        {
            if (!_numbers.ContainsKey(type))
            {
                _numbers.Add(type, _numbers.Count);
            }
        }

        _sets = new ulong[]?[states];
        _words = (_numbers.Count + Bits - 1) / Bits;
    }

    /// <summary>The set of a state; null when nothing is known of it.</summary>
    public ulong[]? Of(int state) => _sets[state];

    /// <summary>A set with these types and the types of another set.</summary>
    public ulong[] With(ulong[]? others, IEnumerable<string> types)
    {
        var set = (ulong[]?)others?.Clone() ?? new ulong[_words];
        foreach (var type in types)
        {
            if (_numbers.TryGetValue(type, out var number))
            {
                set[number / Bits] |= 1UL << (number % Bits);
            }
        }

        return set;
    }

    /// <summary>The types that are in one set and not in another.</summary>
    public static ulong[] Except(ulong[] set, ulong[] others)
    {
        var left = new ulong[set.Length];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = set[i] & ~others[i];
        }

        return left;
    }

    /// <summary>Whether the set of a state has a type; null when nothing is known of that state, or of the type.</summary>
    public bool? Has(int state, string type) =>
        _sets[state] is { } set && _numbers.TryGetValue(type, out var number) ? (set[number / Bits] & (1UL << (number % Bits))) != 0 : null;

    /// <summary>Keeps in the set of a state only types that another set has too.</summary>
    /// <returns>True when that changed it.</returns>
    public bool Intersect(int state, ulong[] other) => Change(state, other, static (mine, others) => mine & others);

    /// <summary>Adds another set to the set of a state.</summary>
    /// <returns>True when that changed it.</returns>
    public bool Unite(int state, ulong[] other) => Change(state, other, static (mine, others) => mine | others);

    private bool Change(int state, ulong[] other, Func<ulong, ulong, ulong> meet)
    {
        if (_sets[state] is not { } set)
        {
            _sets[state] = (ulong[])other.Clone();
            return true;
        }

        var isChanged = false;
        for (var i = 0; i < _words; i++)
        {
            var next = meet(set[i], other[i]);
            isChanged |= next != set[i];
            set[i] = next;
        }

        return isChanged;
    }
}
