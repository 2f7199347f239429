using System.Collections;
using System.Reflection;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>Values of a team's types for which its conditions hold, do not hold, and throw.</summary>
internal sealed class SampleValues(WrittenSop sop)
{
    private const int PerType = 80;

    private readonly Random _chance = new(7);
    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<Type, object?[]> _pools = [];
    private readonly Dictionary<string, IReadOnlyList<SampleSet>> _sets = new(StringComparer.Ordinal);

    /// <summary>One set of values for each combination of answers that some conditions can give together.</summary>
    public IReadOnlyList<SampleSet> For(IReadOnlyCollection<string> conditions)
    {
        var key = string.Join(' ', conditions);
        if (!_sets.TryGetValue(key, out var sets))
        {
            _sets[key] = sets = [.. Find(conditions)];
        }

        return sets;
    }

    private IEnumerable<SampleSet> Find(IReadOnlyCollection<string> conditions)
    {
        var types = conditions.SelectMany(name => sop.Conditions[name].GetParameters()).Select(parameter => parameter.ParameterType).Distinct().ToList();
        HashSet<string> seen = [];
        foreach (var values in Combinations(types))
        {
            var answers = conditions.ToDictionary(name => name, name => Ask(sop.Conditions[name], values), StringComparer.Ordinal);
            if (seen.Add(string.Join(' ', answers.Values)))
            {
                yield return new(answers, values);
            }
        }
    }

    private static Answer Ask(MethodInfo condition, IReadOnlyDictionary<Type, object?> values)
    {
        var arguments = condition.GetParameters().Select(parameter => values[parameter.ParameterType]).ToArray();
        if (arguments.Contains(null))
        {
            return Answer.Throws;
        }

        try
        {
            return (bool)condition.Invoke(null, arguments)! ? Answer.Yes : Answer.No;
        }
        catch (TargetInvocationException)
        {
            return Answer.Throws;
        }
    }

    private IEnumerable<IReadOnlyDictionary<Type, object?>> Combinations(List<Type> types)
    {
        if (types.Count == 0)
        {
            return [new Dictionary<Type, object?>()];
        }

        return Combinations(types[1..]).SelectMany(rest => Pool(types[0]).Select(value => new Dictionary<Type, object?>(rest) { [types[0]] = value }));
    }

    private object?[] Pool(Type type)
    {
        if (!_pools.TryGetValue(type, out var pool))
        {
            _pools[type] = pool = [null, .. Enumerable.Range(0, PerType).Select(_ => Some(type))];
        }

        return pool;
    }

    private object Some(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Some)]);
    }

    private object? Some(ParameterInfo parameter)
    {
        var isNullable = _nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return isNullable && _chance.Next(3) == 0 ? null : SomeOf(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
    }

    private object SomeOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            for (var left = _chance.Next(3); left > 0; left--)
            {
                list.Add(SomeOf(type.GetGenericArguments()[0]));
            }

            return list;
        }

        return type == typeof(string) ? One("", "EUR", "USD", "text")
            : type == typeof(bool) ? One(false, true)
            : type == typeof(int) ? One(0, 1, 2, 3, 20, 29, 30, 46, 69, 70, 100)
            : type == typeof(long) ? One(0L, 9_999L, 10_001L, 200_001L, 500_001L)
            : type == typeof(DateOnly) ? One(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1))
            : type.IsEnum ? Enum.GetValues(type).GetValue(_chance.Next(Enum.GetValues(type).Length))!
            : Some(type);
    }

    private T One<T>(params ReadOnlySpan<T> values) => values[_chance.Next(values.Length)];
}

/// <summary>Values of a run.</summary>
/// <param name="Answers">What conditions answer for them.</param>
/// <param name="Values">The values; a type that is null has none.</param>
internal sealed record SampleSet(IReadOnlyDictionary<string, Answer> Answers, IReadOnlyDictionary<Type, object?> Values);
