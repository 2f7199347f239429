using SopAsCode;

namespace Minimal;

public sealed class Bookkeeper : Role;

public sealed record Invoice(string Number);

[Sop("Pay an invoice"), Owner<Bookkeeper>]
[Purpose("Pay what we owe, once and in time", Output = "A paid invoice")]
[Trigger("An invoice arrives")]
[Metric(Measure.ErrorRate, Baseline = 4, Target = 1, Unit = "%")]
[Review(Cadence.Yearly)]
[Change("1.0.0", "2026-11-02", "First version")]
public sealed partial class PayInvoice : Sop<Invoice>
{
    [HumanStep<Bookkeeper>("Check the invoice against the order")]
    public partial Task Check(Invoice invoice);

    [HumanStep<Bookkeeper>("Pay it")]
    public partial Task Pay(Invoice invoice);
}
