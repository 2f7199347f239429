namespace SopAsCode;

/// <summary>What a step returned: nothing, or one value with the exact type its method declares.</summary>
public readonly struct StepOutput : IEquatable<StepOutput>
{
    private StepOutput(Type type, object value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>The output of a step that returns nothing.</summary>
    public static StepOutput None => default;

    /// <summary>The declared type; null when the step returns nothing.</summary>
    public Type? Type { get; }

    /// <summary>The value; null when the step returns nothing.</summary>
    public object? Value { get; }

    /// <summary>The output of a step that returns a value.</summary>
    /// <typeparam name="T">The type its method declares.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The output.</returns>
    /// <exception cref="InvalidOperationException">The step returned null, which a step never does.</exception>
    public static StepOutput Of<T>(T value)
        where T : notnull => value is null
            ? throw new InvalidOperationException($"A step that returns '{typeof(T)}' returned null. A step never returns null.")
            : new(typeof(T), value);

    /// <summary>Makes the value, if there is one, the current one of its type.</summary>
    /// <param name="values">The data of a run.</param>
    public void StoreIn(RunValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Type is not null && Value is not null)
        {
            values.Set(Type, Value);
        }
    }

    /// <inheritdoc/>
    public bool Equals(StepOutput other) => Type == other.Type && Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StepOutput other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Value);

    /// <summary>Whether two outputs are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when type and value are equal.</returns>
    public static bool operator ==(StepOutput left, StepOutput right) => left.Equals(right);

    /// <summary>Whether two outputs differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when type or value differ.</returns>
    public static bool operator !=(StepOutput left, StepOutput right) => !left.Equals(right);
}
