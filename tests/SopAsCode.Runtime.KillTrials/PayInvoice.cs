using System.Text.Json.Serialization;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>Approves invoices.</summary>
public sealed class Lead : Role;

/// <summary>Where the money goes.</summary>
public sealed class Bank : Tool;

/// <summary>Who holds the role.</summary>
[Holder<Lead>("ben@example.com")]
public sealed class TrialPolicy : Policy;

/// <summary>What is paid.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Cents">The amount.</param>
public sealed record Invoice(string Number, long Cents);

/// <summary>What the bank says.</summary>
/// <param name="Reference">Its reference.</param>
public sealed record Paid(string Reference);

/// <summary>Reads and writes the values.</summary>
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Paid))]
public sealed partial class TrialJson : JsonSerializerContext;

/// <summary>A person approves, code pays, another run files it, and this one waits for that.</summary>
[Sop("Pay an invoice"), Owner<Lead>]
public sealed partial class PayInvoice(TrialBank bank) : Sop<Invoice>
{
    /// <summary>Approves.</summary>
    [Checkpoint<Lead>("Approve the invoice")]
    [Due(Days = 1)]
    public partial Task Approve(Invoice invoice);

    /// <summary>Pays.</summary>
    [AutomatedStep("Pay it")]
    [Writes<Bank>(Impact.Money)]
    [OnFailure(Fallback, Retries = 5)]
    public Task<Paid> Pay(Invoice invoice, StepContext step) => Task.FromResult(new Paid(bank.Pay(step.IdempotencyKey, invoice.Cents)));

    /// <summary>Hands over.</summary>
    [Handoff<FileInvoice>("Have it filed", Wait = true)]
    [Due(Days = 1)]
    public partial Task HaveFiled(Invoice invoice);
}

/// <summary>Files what was paid.</summary>
[Sop("File an invoice"), Owner<Lead>]
public sealed partial class FileInvoice : Sop<Invoice>
{
    /// <summary>Files.</summary>
    [HumanStep<Lead>("File it")]
    public partial Task File(Invoice invoice);
}
