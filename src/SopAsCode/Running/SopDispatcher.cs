using System.ComponentModel;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// The generated dispatcher of one SOP: it runs any step and evaluates any condition with the values of a run, without
/// reflection. Thread-safe: each call works on an instance of its own.
/// </summary>
public abstract class SopDispatcher
{
    /// <summary>The SOP.</summary>
    public abstract SopDefinition Definition { get; }

    /// <summary>
    /// The types of all values that a run of the SOP may have, by the names that <see cref="Definition"/> has for them: its input, what steps ask for and
    /// make, and what awaited SOPs give back. A host needs them to read stored values.
    /// </summary>
    public virtual IReadOnlyDictionary<string, Type> ValueTypes => System.Collections.ObjectModel.ReadOnlyDictionary<string, Type>.Empty;

    /// <summary>
    /// Runs the current step of a run, after its machine has started the step. It creates an instance of the SOP from the services, gives the step
    /// the values it asks for, and returns what the step returned. It changes nothing in the run.
    /// </summary>
    /// <param name="call">The run, and what the step may use.</param>
    /// <param name="cancel">Ends the step early.</param>
    /// <returns>What the step returned.</returns>
    /// <exception cref="ArgumentException">The run follows another definition.</exception>
    /// <exception cref="StepNotStartedException">The step was not started: see <see cref="SopMachine.Start"/>.</exception>
    /// <exception cref="MissingValueException">The run lacks a value that the step asks for.</exception>
    /// <exception cref="InvalidOperationException">The state is not a step, or a service is missing.</exception>
    public Task<StepOutput> RunAsync(StepCall call, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var run = call.Run;
        if (run.Definition != Definition)
        {
            throw new ArgumentException($"Run '{run.Id}' follows another definition than this dispatcher of SOP '{Definition.Id}': it is of '{run.Definition.Id}'.", nameof(call));
        }

        return run.Step is null ? throw NoStep(run)
            : run.IsStarted ? PerformAsync(call, cancel)
            : throw new StepNotStartedException(run);
    }

    /// <summary>Evaluates a condition.</summary>
    /// <param name="condition">The method.</param>
    /// <param name="values">The values it reads.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="ArgumentException">The SOP has no such condition.</exception>
    /// <exception cref="MissingValueException">The run lacks a value that the condition asks for.</exception>
    public abstract bool Holds(string condition, RunValues values);

    /// <summary>
    /// Asks a method with <see cref="TimeAttribute"/> for its time, once when the step starts. What it throws is thrown: then no time is known, and nothing is due.
    /// A time that has passed is due at once.
    /// </summary>
    /// <param name="time">The method.</param>
    /// <param name="values">The values it reads.</param>
    /// <param name="began">When the step began, or the run.</param>
    /// <returns>The time.</returns>
    /// <exception cref="ArgumentException">The SOP has no such method.</exception>
    /// <exception cref="MissingValueException">The run lacks a value that the method asks for.</exception>
    public virtual AskedTime TimeOf(string time, RunValues values, DateTimeOffset began) => throw NoTime(Definition, time);

    /// <summary>Runs the current step of a run. The machine has started the step.</summary>
    /// <param name="call">The run, and what the step may use.</param>
    /// <param name="cancel">Ends the step early.</param>
    /// <returns>What the step returned.</returns>
    protected abstract Task<StepOutput> PerformAsync(StepCall call, CancellationToken cancel);

    /// <summary>The value by which an event from outside finds the run of an input.</summary>
    /// <param name="input">The input of a run.</param>
    /// <returns>
    /// The value of the property that <see cref="KeyAttribute"/> marks, as text that is the same in every culture; null when no property is marked, or the
    /// property has no value.
    /// </returns>
    /// <exception cref="ArgumentException">Runs of the SOP have an input of another type.</exception>
    public virtual string? KeyOf(object input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return null;
    }

    /// <summary>
    /// Asks the method of a trigger what to start runs for (<see cref="TriggerDefinition.Each"/>). Of inputs with one key only the first is returned; whether an
    /// open run has a key already, the host knows.
    /// </summary>
    /// <param name="trigger">One of the SOP's triggers.</param>
    /// <param name="services">The services for the constructor of the SOP; null when the constructor asks for nothing.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The inputs, each with another key.</returns>
    /// <exception cref="ArgumentException">The SOP has no such trigger, or it asks no method.</exception>
    /// <exception cref="InvalidOperationException">A service is missing, or the method returned null, or an input that is null or has no key.</exception>
    public async Task<IReadOnlyList<object>> InputsAsync(TriggerDefinition trigger, IServiceProvider? services, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (trigger.Each is not { } method || !Definition.Triggers.Contains(trigger))
        {
            throw new ArgumentException($"SOP '{Definition.Id}' has no trigger '{trigger.When}' that asks for inputs.", nameof(trigger));
        }

        var inputs = await AskAsync(method, services, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"'{method}' of SOP '{Definition.Id}' returned null where it returns the inputs of runs.");
        List<object> distinct = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            var key = input is null ? null : KeyOf(input);
            if (key is null)
            {
                throw new InvalidOperationException($"'{method}' of SOP '{Definition.Id}' returned an input without a key, by which nobody could tell whether it has a run already.");
            }

            if (keys.Add(key))
            {
                distinct.Add(input!);
            }
        }

        return distinct;
    }

    /// <summary>Calls a method that returns the inputs of runs, on an instance of its own.</summary>
    /// <param name="method">The method.</param>
    /// <param name="services">The services for the constructor of the SOP.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>What it returned.</returns>
    protected virtual Task<IReadOnlyList<object?>?> AskAsync(string method, IServiceProvider? services, CancellationToken cancel) =>
        throw new ArgumentException($"SOP '{Definition.Id}' has no method '{method}' that returns inputs.", nameof(method));

    /// <summary>What a method returned that returns inputs.</summary>
    /// <typeparam name="TInput">The input.</typeparam>
    /// <param name="inputs">What it returned.</param>
    /// <returns>The same, for any SOP.</returns>
    protected static IReadOnlyList<object?>? Asked<TInput>(IReadOnlyList<TInput>? inputs) => inputs is null ? null : [.. inputs.Select(input => (object?)input)];

    /// <summary>A key that is a text.</summary>
    /// <param name="key">The value.</param>
    /// <returns>The same.</returns>
    protected static string? KeyText(string? key) => key;

    /// <summary>A key that is a number, an identifier or a similar value.</summary>
    /// <param name="key">The value.</param>
    /// <returns>Its text; dates and times in ISO form.</returns>
    protected static string? KeyText(IFormattable? key) => key is null ? null : new PromptText().Add(key).ToString();

    /// <summary>The error for an input of another type.</summary>
    /// <param name="definition">The SOP.</param>
    /// <param name="input">What was given.</param>
    /// <returns>The error to throw.</returns>
    protected static ArgumentException NotAbout(SopDefinition definition, object input)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(input);
        return new($"SOP '{definition.Id}' is about a '{definition.Input}', not about a '{input.GetType()}'.", nameof(input));
    }

    /// <summary>A service that the constructor of an SOP asks for.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="call">The call whose services are asked.</param>
    /// <param name="sop">The SOP, for the message.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">The service is not registered.</exception>
    protected static TService Service<TService>(StepCall call, string sop)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(call);
        return Service<TService>(call.Services, sop);
    }

    /// <summary>A service that the constructor of an SOP asks for.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <param name="sop">The SOP, for the message.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">The service is not registered.</exception>
    protected static TService Service<TService>(IServiceProvider? services, string sop)
        where TService : notnull => services?.GetService(typeof(TService)) is TService service
            ? service
            : throw new InvalidOperationException(
                $"SOP '{sop}' asks for a '{typeof(TService)}' in its constructor, and the host has none. Register one with the services of the host.");

    /// <summary>The error for a state that has nothing to run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The error to throw.</returns>
    protected static InvalidOperationException NoStep(SopRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new($"Run '{run.Id}' of SOP '{run.Definition.Id}' stands in '{run.State}', which is no step.");
    }

    /// <summary>The error for a time that does not exist.</summary>
    /// <param name="definition">The SOP.</param>
    /// <param name="time">The name that was asked.</param>
    /// <returns>The error to throw.</returns>
    protected static ArgumentException NoTime(SopDefinition definition, string time)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new($"SOP '{definition.Id}' has no time '{time}'.", nameof(time));
    }

    /// <summary>The error for a condition that does not exist.</summary>
    /// <param name="definition">The SOP.</param>
    /// <param name="condition">The name that was asked.</param>
    /// <returns>The error to throw.</returns>
    protected static ArgumentException NoCondition(SopDefinition definition, string condition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new($"SOP '{definition.Id}' has no condition '{condition}'.", nameof(condition));
    }
}

/// <summary>The dispatcher was asked to run a step that the machine did not start.</summary>
public sealed class StepNotStartedException : InvalidOperationException
{
    internal StepNotStartedException(SopRun run)
        : base($"Step '{run.State}' of run '{run.Id}' was not started. Ask the machine first: {nameof(SopMachine)}.{nameof(SopMachine.Start)} keeps its limit, and each attempt starts.")
    {
        Run = run.Id;
        Step = run.State;
    }

    /// <summary>The run.</summary>
    public string Run { get; }

    /// <summary>The step.</summary>
    public string Step { get; }
}

/// <summary>One call of a step.</summary>
public sealed class StepCall
{
    /// <summary>The run; its state says which step to run.</summary>
    public required SopRun Run { get; init; }

    /// <summary>Who performs a step that has no code of its own.</summary>
    public required IPerformer Performer { get; init; }

    /// <summary>Who asks the AI of AI steps; null when the host has no AI, and AI steps then go to the performer.</summary>
    public IAgentService? Agents { get; init; }

    /// <summary>The services for the constructor of the SOP; null when the constructor asks for nothing.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>What a step with code can find out about its run.</summary>
    public required StepContext Context { get; init; }

    /// <summary>Sets the performer of the steps without code on an instance of the SOP. The generated dispatcher calls this.</summary>
    /// <param name="sop">The instance, made for this call.</param>
    /// <param name="cancel">Ends the step early.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Serve(Sop sop, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sop);
        (sop.Call, sop.Cancel) = (this, cancel);
    }

    /// <summary>What the AI used for the answer that an instance got. The generated dispatcher calls this.</summary>
    /// <param name="sop">The instance.</param>
    /// <returns>What it used; null when no AI was asked or the AI did not say.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AgentUsage? UsageOf(Sop sop)
    {
        ArgumentNullException.ThrowIfNull(sop);
        return sop.Usage;
    }
}
