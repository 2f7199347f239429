using System.Collections;
using System.Runtime.CompilerServices;

namespace SopAsCode.Model.Values;

/// <summary>A read-only array that compares by its elements, so that a model that contains it can be cached. The default value equals an empty array.</summary>
/// <typeparam name="T">The element.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => _items is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _items[index];

    /// <summary>Whether two arrays have equal elements.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they have.</returns>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether two arrays differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var item in this)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    // The next methods do what LINQ does, which would box the array and its enumerator at each call.

    /// <summary>Whether there is an element.</summary>
    /// <returns>True when there is one.</returns>
    public bool Any() => Count > 0;

    /// <summary>Whether an element has a property.</summary>
    /// <param name="predicate">The property.</param>
    /// <returns>True when one has it.</returns>
    public bool Any(Func<T, bool> predicate)
    {
        foreach (var item in this)
        {
            if (predicate(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every element has a property.</summary>
    /// <param name="predicate">The property.</param>
    /// <returns>True when there is none without it.</returns>
    public bool All(Func<T, bool> predicate)
    {
        foreach (var item in this)
        {
            if (!predicate(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first element that has a property.</summary>
    /// <param name="predicate">The property.</param>
    /// <returns>The element; the default value when none has it.</returns>
    public T? FirstOrDefault(Func<T, bool> predicate)
    {
        foreach (var item in this)
        {
            if (predicate(item))
            {
                return item;
            }
        }

        return default;
    }

    /// <summary>The elements that have a property.</summary>
    /// <param name="predicate">The property.</param>
    /// <returns>Those elements, in their order.</returns>
    public IEnumerable<T> Where(Func<T, bool> predicate) => (_items ?? []).Where(predicate);

    /// <summary>Something for each element.</summary>
    /// <typeparam name="TResult">What that is.</typeparam>
    /// <param name="selector">Gives it for an element.</param>
    /// <returns>All of it, in the order of the elements.</returns>
    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> selector) => (_items ?? []).Select(selector);

    /// <summary>Some things for each element.</summary>
    /// <typeparam name="TResult">What one of them is.</typeparam>
    /// <param name="selector">Gives them for an element.</param>
    /// <returns>All of them, in the order of the elements.</returns>
    public IEnumerable<TResult> SelectMany<TResult>(Func<T, IEnumerable<TResult>> selector) => (_items ?? []).SelectMany(selector);

    /// <summary>Enumerates the elements without allocating.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Enumerates the elements of an array.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The current element.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes arrays that compare by value.</summary>
public static class EquatableArray
{
    /// <summary>An array of these elements. Collection expressions call this.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>The array.</returns>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    /// <summary>An array of these elements.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>The array.</returns>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
