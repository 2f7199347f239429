using System.Text.Json.Serialization.Metadata;

namespace SopAsCode.Runtime;

/// <summary>What a host may be given besides its SOPs and its store.</summary>
public sealed record SopHostOptions
{
    /// <summary>
    /// Reads and writes the team's values: a <c>JsonSerializerContext</c> with a <c>[JsonSerializable]</c> for each, or several combined. Null when no run has
    /// values.
    /// </summary>
    public IJsonTypeInfoResolver? Json { get; init; }

    /// <summary>Asks AI. Without it, and for agents for which it does not answer, the steps of AI are items for people.</summary>
    public IAgentService? Agents { get; init; }

    /// <summary>The services for the constructors of SOPs.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Makes services for one step, and for one question to a method of a schedule, in place of <see cref="Services"/>; null for the same services for all of them.</summary>
    public Func<IStepServices>? ServicesOfStep { get; init; }

    /// <summary>Who holds which role; null for the holders that the policy names.</summary>
    public IRoleDirectory? Roles { get; init; }

    /// <summary>The clock; null for the clock of the machine.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The name of this worker; null for a new one.</summary>
    public string? Worker { get; init; }

    /// <summary>How long a worker that is not heard of keeps a step. A worker that is alive keeps it for as long as the step takes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Draws the samples of spot checks: gets how many outputs there are to one sample, and says whether this one is it. Null for chance, which nobody can foresee;
    /// tests and demonstrations give their own.
    /// </summary>
    public Func<int, bool>? Draws { get; init; }

    /// <summary>How many steps a worker does at the same time.</summary>
    public int StepsAtOnce { get; init; } = 8;
}
