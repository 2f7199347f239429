using System.Text.Json.Serialization;
using SopAsCode.Runtime;

namespace SopAsCode.Benchmarks.Running;

/// <summary>Does the steps.</summary>
public sealed class Hand : Role;

/// <summary>What a run is about.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">A text of the usual length.</param>
public sealed record Parcel(string Number, string Text);

/// <summary>Reads and writes the values.</summary>
[JsonSerializable(typeof(Parcel))]
public sealed partial class ParcelJson : JsonSerializerContext;

/// <summary>Six transitions, each an answer of a person that makes a value.</summary>
[Sop("Six steps"), Owner<Hand>]
public sealed partial class SixSteps : Sop<Parcel>
{
    /// <summary>The first.</summary>
    [HumanStep<Hand>("Open it")]
    public partial Task<Parcel> One(Parcel parcel);

    /// <summary>The second.</summary>
    [HumanStep<Hand>("Weigh it")]
    public partial Task<Parcel> Two(Parcel parcel);

    /// <summary>The third.</summary>
    [HumanStep<Hand>("Label it")]
    public partial Task<Parcel> Three(Parcel parcel);

    /// <summary>The fourth.</summary>
    [HumanStep<Hand>("Stamp it")]
    public partial Task<Parcel> Four(Parcel parcel);

    /// <summary>The fifth.</summary>
    [HumanStep<Hand>("Load it")]
    public partial Task<Parcel> Five(Parcel parcel);

    /// <summary>The sixth.</summary>
    [HumanStep<Hand>("Note it")]
    public partial Task<Parcel> Six(Parcel parcel);
}

/// <summary>Where parcels leave.</summary>
public sealed class Depot : Tool;

/// <summary>A person approves, and code sends.</summary>
[Sop("Approve and send"), Owner<Hand>]
public sealed partial class ApproveAndSend : Sop<Parcel>
{
    /// <summary>Called when the effect happens, with the number of the parcel.</summary>
    public static Action<string> Sent { get; set; } = _ => { };

    /// <summary>The look.</summary>
    [Checkpoint<Hand>("Look at it"), OnReject(End.Rejected)]
    public partial Task<Parcel> Look(Parcel parcel);

    /// <summary>The effect.</summary>
    [AutomatedStep("Send it"), Writes<Depot>]
    public Task Send(Parcel parcel)
    {
        Sent(parcel.Number);
        return Task.CompletedTask;
    }
}

/// <summary>Everybody holds every role.</summary>
internal sealed class Everybody : IRoleDirectory
{
    public bool Holds(string person, string role) => true;
}
