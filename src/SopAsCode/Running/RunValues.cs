using System.Diagnostics.CodeAnalysis;

namespace SopAsCode.Runtime;

/// <summary>
/// The data of one run: values found by their exact type. The newest value of a type is the current one. Not thread-safe.
/// </summary>
public sealed class RunValues
{
    private readonly Dictionary<Type, object> _values = [];

    /// <summary>The types that have a value.</summary>
    public IReadOnlyCollection<Type> Types => _values.Keys;

    /// <summary>Makes a value the current one of its type.</summary>
    /// <typeparam name="T">The type, exactly as steps ask for it.</typeparam>
    /// <param name="value">The value.</param>
    public void Set<T>(T value)
        where T : notnull => Set(typeof(T), value);

    /// <summary>Makes a value the current one of a type that is known only at run time.</summary>
    /// <param name="type">The type, exactly as steps ask for it.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException">The value is null: a step never returns null.</exception>
    /// <exception cref="ArgumentException">The value is not of that type.</exception>
    public void Set(Type type, object value)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(value);
        if (!type.IsInstanceOfType(value))
        {
            throw new ArgumentException($"A value of type '{value.GetType()}' can't be the current '{type}'.", nameof(value));
        }

        _values[type] = value;
    }

    /// <summary>The current value of a type.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="MissingValueException">The run has no value of that type.</exception>
    public T Get<T>()
        where T : notnull => _values.TryGetValue(typeof(T), out var value) ? (T)value : throw new MissingValueException(typeof(T));

    /// <summary>The current value of a class type, or null when there is none.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? Find<T>()
        where T : class => _values.TryGetValue(typeof(T), out var value) ? (T)value : null;

    /// <summary>The current value of a struct or enum type, or null when there is none.</summary>
    /// <typeparam name="T">The type, exactly.</typeparam>
    /// <returns>The value or null.</returns>
    public T? FindValue<T>()
        where T : struct => _values.TryGetValue(typeof(T), out var value) ? (T)value : null;

    /// <summary>The current value of a type that is known only at run time.</summary>
    /// <param name="type">The type, exactly.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(Type type, [NotNullWhen(true)] out object? value) => _values.TryGetValue(type, out value);
}

/// <summary>A step or condition asked for a value that the run does not have.</summary>
public sealed class MissingValueException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="type">The type that was asked for.</param>
    public MissingValueException(Type type)
        : base($"The run has no value of type '{type}'. Give it as the input, or record the output of the step that makes it.") => Type = type;

    /// <summary>The type that was asked for.</summary>
    public Type Type { get; }
}
