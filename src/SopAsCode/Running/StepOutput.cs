namespace SopAsCode.Runtime;

/// <summary>What a step returned: values that become data of the run, or inputs for runs of another SOP.</summary>
public sealed class StepOutput
{
    private readonly StepValue[] _values;

    private StepOutput(params StepValue[] values) => _values = values;

    /// <summary>The output of a step that returns nothing.</summary>
    public static StepOutput None { get; } = new();

    /// <summary>The values with the types that the step's method declares, in the same order.</summary>
    public IReadOnlyList<StepValue> Values => _values;

    /// <summary>The inputs of the runs that a hand-off starts; empty for the other kinds of step.</summary>
    public IReadOnlyList<object> HandedOver { get; private init; } = [];

    /// <summary>What the AI of an AI step used; null when no AI was asked or the AI did not say.</summary>
    public AgentUsage? Usage { get; private init; }

    /// <summary>The output of a step that returns a value.</summary>
    /// <typeparam name="T">The type its method declares.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The output.</returns>
    /// <exception cref="InvalidOperationException">The step returned null, which a step never does.</exception>
    public static StepOutput Of<T>(T value)
        where T : notnull => new(Checked(value));

    /// <summary>The output of a step that returns several values.</summary>
    /// <param name="outputs">One output per value, in the order of the tuple.</param>
    /// <returns>The output.</returns>
    public static StepOutput Of(params StepOutput[] outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return new([.. outputs.SelectMany(output => output._values)]);
    }

    /// <summary>The output of a hand-off that starts one run.</summary>
    /// <typeparam name="T">The input of the other SOP.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The output.</returns>
    public static StepOutput HandOver<T>(T input)
        where T : notnull => new() { HandedOver = [Checked(input).Value] };

    /// <summary>The output of a hand-off that starts one run per element.</summary>
    /// <typeparam name="T">The input of the other SOP.</typeparam>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The output.</returns>
    public static StepOutput HandOverEach<T>(IEnumerable<T> inputs)
        where T : notnull => new() { HandedOver = [.. Checked(inputs).Value is IEnumerable<T> all ? all.Select(input => Checked(input).Value) : []] };

    /// <summary>The same output, with what the AI used for it.</summary>
    /// <param name="usage">What it used.</param>
    /// <returns>The output.</returns>
    public StepOutput UsedBy(AgentUsage? usage) => new(_values) { HandedOver = HandedOver, Usage = usage };

    /// <summary>Makes the values the current ones of their types.</summary>
    /// <param name="values">The data of a run.</param>
    public void StoreIn(RunValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var made in _values)
        {
            values.Set(made.Type, made.Value);
        }
    }

    private static StepValue Checked<T>(T value) => value is null
        ? throw new InvalidOperationException($"A step that returns '{typeof(T)}' returned null. A step never returns null.")
        : new() { Type = typeof(T), Value = value };
}

/// <summary>A value that a step returned.</summary>
public sealed record StepValue
{
    /// <summary>The type that the step's method declares.</summary>
    public required Type Type { get; init; }

    /// <summary>The value.</summary>
    public required object Value { get; init; }
}
