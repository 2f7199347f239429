using Real.Refunds;
using SopAsCode;

namespace Real.Thresholds;

public sealed record Complaint([property: Key] string Number);
public sealed record Payment(string Order, long Cents);

[Sop("Refund a complaint"), Owner<Admin>, Backup<Head>]
[Purpose("Answer it well and soon", Output = "A good answer")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Service>]
[Trigger("A complaint comes in")]
[OutOfScope("Complaints by lawyers")]
[Metric(Measure.ErrorRate, Baseline = 12, Target = 3, Unit = "%")]
[Metric(Measure.CycleTime, Baseline = 5, Target = 2, Unit = "days")]
[Review(Cadence.Monthly, Last = "2026-11-02")]
[Fallback("Do it by hand", SwitchWhen = "The provider is down")]
[Change("1.0.0", "2026-11-02", "First version")]
public sealed partial class Refund(IPayments payments) : Sop<Complaint>
{
    [HumanStep<Operator>("Find out what happened"), Due(Days = 1)]
    [Next(nameof(Small), When = nameof(IsSmall)), Next(nameof(Large))]
    public partial Task<Payment> Find(Complaint complaint);

    [Checkpoint<SupportAgent>("Approve a small refund"), Checklist("The reason is true")]
    [Due(Days = 1), OnTimeout(Fallback), Next(nameof(Pay))]
    public partial Task Small(Payment payment);

    [Checkpoint<Head>("Approve a large refund"), Checklist("The reason is true", "The amount is right")]
    [Due(Days = 1), OnTimeout(Fallback), Next(nameof(Pay))]
    public partial Task Large(Payment payment);

    [AutomatedStep("Pay"), Writes<Payments>(Impact.Money), OnFailure(Fallback, Retries = 1)]
    public Task Pay(Payment payment, StepContext step, CancellationToken cancel) =>
        payments.RefundAsync(payment.Order, payment.Cents, step.IdempotencyKey, cancel);

    [Condition("Below 50 EUR")] private static bool IsSmall(Payment payment) => payment.Cents < 5000;
}

/// <summary>Answers the phone.</summary>
public sealed class Operator : Role;
