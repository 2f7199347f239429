#if WHOLE
using System.Globalization;
using TinyTeam.Billing;
using TinyTeam.Content;
using TinyTeam.Onboarding;
using TinyTeam.Operations;
using TinyTeam.Payroll;
using TinyTeam.Releases;
using TinyTeam.Sales;
using TinyTeam.Support;
using Article = TinyTeam.Content.Article;

namespace TinyTeam.Play;

/// <summary>
/// Stands in for all services of the team at the command line: reading gives made-up facts, and what would be written goes as a line into a file, once per
/// key.
/// </summary>
/// <param name="outbox">The file.</param>
internal sealed class PretendOffice(string outbox) : IHelpdesk, IBooks, IWebsite, ISalesDesk, IOperationsDesk, IWelcomeMail, IPayrollOffice, IPipeline
{
    Task IHelpdesk.ApplyMacroAsync(int ticket, string macro, CancellationToken cancel) => WriteAsync($"macro '{macro}' for ticket {ticket}", $"{ticket}/{macro}", cancel);

    Task IHelpdesk.SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel) => WriteAsync($"reply to ticket {ticket}: {text}", idempotencyKey, cancel);

    Task<OverdueList> IBooks.OverdueAsync(DateTimeOffset day, CancellationToken cancel) => Task.FromResult(new OverdueList(
    [
        new("2041", "Doe Ltd", "pay@doe.example.com", 24_900, "EUR", DateOnly.FromDateTime(day.UtcDateTime.AddDays(-12)), CustomerTier.Regular),
    ]));

    Task<AccountStatus> IBooks.StatusAsync(string invoice, CancellationToken cancel) => Task.FromResult(new AccountStatus(12, false, false));

    Task<OrderFacts> IBooks.OrderAsync(string order, CancellationToken cancel) => Task.FromResult(new OrderFacts(4_990, 0, "EUR", new DateOnly(2026, 11, 20), 1));

    Task<string> IBooks.RefundAsync(string order, long cents, string currency, string idempotencyKey, CancellationToken cancel) =>
        ReferenceAsync(string.Create(CultureInfo.InvariantCulture, $"refund of {cents} cents {currency} for order {order}"), idempotencyKey, cancel);

    Task IBooks.AnswerAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel) => WriteAsync($"reply to ticket {ticket}: {text}", idempotencyKey, cancel);

    Task IBooks.SendAsync(string to, string subject, string text, string idempotencyKey, CancellationToken cancel) => WriteAsync($"mail to {to}: {subject}", idempotencyKey, cancel);

    Task<string> IWebsite.FreeAddressAsync(string title, CancellationToken cancel) =>
        Task.FromResult("blog/" + string.Concat(title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')));

    Task IWebsite.PublishAsync(Article article, string metaDescription, string address, DateOnly on, string idempotencyKey, CancellationToken cancel) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"article '{article.Title}' at {address} on {on:yyyy-MM-dd}"), idempotencyKey, cancel);

    Task<CompanyProfile> ISalesDesk.LookUpAsync(string company, CancellationToken cancel) => Task.FromResult(new CompanyProfile("Furniture", 40, "DE"));

    Task ISalesDesk.SendAsync(string to, NurtureMail mail, string idempotencyKey, CancellationToken cancel) => WriteAsync($"mail to {to}: {mail.Subject}", idempotencyKey, cancel);

    Task ISalesDesk.PostAsync(string text, CancellationToken cancel) => WriteAsync($"chat: {text}", text, cancel);

    Task ISalesDesk.NoteMailAsync(Lead lead, CancellationToken cancel) => WriteAsync($"note about {lead.Email}", lead.Email, cancel);

    Task<ContactBatch> ISalesDesk.StaleContactsAsync(CancellationToken cancel) => Task.FromResult(new ContactBatch(
    [
        new(1, "Jo Doe", "jo@doe.example.com", "Doe Ltd", new DateOnly(2024, 3, 1), true),
        new(2, "J. Doe", "jo@doe.example.com", "Doe", new DateOnly(2023, 8, 9), false),
    ]));

    Task ISalesDesk.ApplyAsync(CleanUpPlan plan, string idempotencyKey, CancellationToken cancel) => WriteAsync($"{plan.Merges.Count} contacts merged", idempotencyKey, cancel);

    Task<WeekNumbers> IOperationsDesk.WeekAsync(DateTimeOffset until, CancellationToken cancel) =>
        Task.FromResult(new WeekNumbers(1_240_000, 1_310_000, "EUR", 2.4m, 7, 4, ["1042"], ["Oak shelf"], ["late parcels: 9"]));

    Task IOperationsDesk.PostAsync(string text, string idempotencyKey, CancellationToken cancel) => WriteAsync($"chat: {text}", idempotencyKey, cancel);

    Task IOperationsDesk.PutOnBoardAsync(IReadOnlyList<ProposedAction> actions, string idempotencyKey, CancellationToken cancel) =>
        WriteAsync($"board: {string.Join("; ", actions.Select(action => action.What))}", idempotencyKey, cancel);

    Task IOperationsDesk.SetStockAsync(string sku, int onHand, int onOrder, string idempotencyKey, CancellationToken cancel) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"stock of {sku}: {onHand} on hand, {onOrder} on order"), idempotencyKey, cancel);

    Task IOperationsDesk.OrderAsync(string to, PurchaseOrder order, string idempotencyKey, CancellationToken cancel) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"order of {order.Quantity} to {to}"), idempotencyKey, cancel);

    Task IWelcomeMail.SendAsync(string to, WelcomePack pack, string idempotencyKey, CancellationToken cancel) => WriteAsync($"welcome mail to {to}", idempotencyKey, cancel);

    Task<string> IPayrollOffice.TransferAsync(Salary salary, string idempotencyKey, CancellationToken cancel) =>
        ReferenceAsync(string.Create(CultureInfo.InvariantCulture, $"transfer of {salary.Cents} cents {salary.Currency} for {salary.Number}"), idempotencyKey, cancel);

    Task IPayrollOffice.ShowPayslipAsync(Salary salary, CancellationToken cancel) => WriteAsync($"payslip {salary.Number}", salary.Number, cancel);

    Task<IReadOnlyList<Candidate>> IPipeline.WaitingAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Candidate>>([new("4.2.0", ["The search finds plurals"], false)]);

    Task IPipeline.StageAsync(string version, CancellationToken cancel) => WriteAsync($"version {version} on staging", $"{version}/staging", cancel);

    Task IPipeline.ReleaseAsync(string version, string idempotencyKey, CancellationToken cancel) => WriteAsync($"version {version} live", idempotencyKey, cancel);

    private async Task<string> ReferenceAsync(string what, string key, CancellationToken cancel)
    {
        await WriteAsync(what, key, cancel);
        return "R-" + key.Replace('/', '-');
    }

    // Each step may be tried again with its key, also by another process.
    private async Task WriteAsync(string what, string key, CancellationToken cancel)
    {
        var line = $"{key}\t{what.ReplaceLineEndings(" ")}\n";
        if (!File.Exists(outbox) || !(await File.ReadAllTextAsync(outbox, cancel)).Contains(line, StringComparison.Ordinal))
        {
            await File.AppendAllTextAsync(outbox, line, cancel);
        }
    }
}
#endif
