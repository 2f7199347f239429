using SopAsCode.Runtime;
using SopAsCode.Testing.Tests.Harness;
using TinyTeam;
using TinyTeam.Billing;
using TinyTeam.House;
using TinyTeam.Payroll;

namespace SopAsCode.Testing.Tests.Examples;

/// <summary>The SOPs of the example that move money.</summary>
public class MoneyTests
{
    private readonly FakeBooks _books = new();
    private readonly FakePayrollOffice _payroll = new();

    private Scenario New() => Scenario.Of<TinyTeamSops>().Given<IBooks>(_books).Given<IPayrollOffice>(_payroll);

    [Fact]
    public async Task A_refund_that_was_raised_above_100_euros_needs_the_founder_too()
    {
        await using var scenario = New();
        var refund = await scenario.Start<RefundCustomer>(new RefundRequest("A-17", 1042, "The lid came cracked"));
        await refund.AI<RefundAssessor>().Answers(new RefundProposal(2_490, "EUR", "4", ""));
        await refund.The<CustomerSuccessLead>().Approves(new RefundProposal(12_000, "EUR", "4", ""));
        refund.WaitsFor<Founder>(nameof(RefundCustomer.SignAsFounder));
        refund.WroteNothing();

        await refund.The<Founder>().Approves();
        Assert.Equal(["A-17: 12000 EUR"], _books.Done);
        refund.Wrote<PaymentService>();
    }

    [Fact]
    public void No_money_leaves_without_a_yes_on_any_way()
    {
        NoWay.In(RefundCustomer.Definition).To(nameof(RefundCustomer.PayRefund)).WithoutApprovalAt(nameof(RefundCustomer.Decide), nameof(RefundCustomer.SignAsFounder));
        NoWay.In(RefundCustomer.Definition).To(nameof(RefundCustomer.PayByHand)).WithoutApprovalAt(nameof(RefundCustomer.Decide), nameof(RefundCustomer.SignAsFounder));
        NoWay.In(MonthlyPayroll.Definition).To(nameof(MonthlyPayroll.PayEach)).WithoutApprovalAtSince(nameof(MonthlyPayroll.Approve), since: nameof(MonthlyPayroll.WorkOut));
        NoWay.In(InvoiceFollowUp.Definition).To(nameof(InvoiceFollowUp.SendReminder)).Without(nameof(InvoiceFollowUp.CheckAgain));
    }

    [Fact]
    public async Task A_payroll_is_approved_once_and_paid_for_each_person()
    {
        await using var scenario = New();
        var month = Assert.Single(await scenario.ScheduleIsDue<MonthlyPayroll>("The month is half over"));
        await month.The<OperationsLead>().Completes(new MonthChanges("2026-06", ["Ivy works 32 hours"]));
        await month.The<Bookkeeper>().Completes(new PayrollList("2026-06", [Salary("hal"), Salary("ivy")], 410_000, "EUR"));
        Assert.Empty(_payroll.Paid);

        await month.The<Founder>().Approves();
        Assert.Equal(["2026-06/hal", "2026-06/ivy"], _payroll.Paid.Order());
        Assert.All(scenario.RunsOf<PaySalary>(), run => run.EndedIn(End.Completed));
        month.WaitsFor<Bookkeeper>(nameof(MonthlyPayroll.Report));
    }

    [Fact]
    public async Task Money_that_arrives_ends_the_follow_up_and_a_part_of_it_does_not()
    {
        await using var scenario = New();
        scenario.AI<ReminderWriter>().WillAnswer(new Reminder("Invoice 2041", "Has it slipped through?"), new Reminder("Invoice 2042", "Has it slipped through?"));
        var runs = await scenario.ScheduleIsDue<OverdueInvoices>(OverdueInvoices.Definition.Triggers[0].When);
        Assert.Single(runs);
        var (paid, part) = (scenario.RunsOf<InvoiceFollowUp>()[0], scenario.RunsOf<InvoiceFollowUp>()[1]);
        foreach (var run in new[] { paid, part })
        {
            await run.The<Bookkeeper>().Approves();
            run.StandsIn(nameof(InvoiceFollowUp.WaitForPayment));
        }

        await paid.Outside("bank").Completes(new IncomingPayment(48_000, "EUR"));
        await part.Outside("bank").Completes(new IncomingPayment(1_000, "EUR"));
        paid.EndedIn(End.Completed);
        part.WaitsFor<Bookkeeper>(nameof(InvoiceFollowUp.CallCustomer));
        Assert.Equal(2, _books.Done.Count);
    }

    private static Salary Salary(string person) => new($"2026-06/{person}", person, "DE00", 300_000, "EUR");

    private sealed class FakePayrollOffice : IPayrollOffice
    {
        public List<string> Paid { get; } = [];

        public Task<string> TransferAsync(Salary salary, string idempotencyKey, CancellationToken cancel)
        {
            Paid.Add(salary.Number);
            return Task.FromResult("T-" + salary.Number);
        }

        public Task ShowPayslipAsync(Salary salary, CancellationToken cancel) => Task.CompletedTask;
    }
}
