using SopAsCode;

namespace Minimal;

public sealed class Bookkeeper : Role;

public sealed record Invoice(string Number);

[Sop("Pay an invoice"), Owner<Bookkeeper>]
[Purpose("Pay what we owe, once and in time", Output = "A paid invoice")]
[Metric(Measure.CycleTime, Baseline = 9, Target = 3, Unit = "days")]
public sealed partial class PayInvoice : Sop<Invoice>
{
    [HumanStep<Bookkeeper>("Check the invoice against the order")]
    public partial Task Check(Invoice invoice);

    [HumanStep<Bookkeeper>("Pay it")]
    public partial Task Pay(Invoice invoice);
}
