using System.Text.Json.Serialization;
using SopAsCode;
using SopAsCode.Runtime;

namespace Invoices;

public sealed class Bookkeeper : Role;

public sealed class BankAccount : Tool;

public sealed record Invoice([property: Key] string Number, long Cents, string Currency);

public interface IBank
{
    Task PayAsync(Invoice invoice, string idempotencyKey, CancellationToken cancel);
}

[Sop("Pay an invoice"), Owner<Bookkeeper>]
public sealed partial class PayInvoice(IBank bank) : Sop<Invoice>
{
    [Checkpoint<Bookkeeper>("Approve the invoice")]
    [Checklist("We ordered it", "The amount is that of the order")]
    [Due(Days = 3)]
    public partial Task Approve(Invoice invoice);

    [AutomatedStep("Pay it")]
    [Writes<BankAccount>(Impact.Money)]
    [OnFailure(Fallback, Retries = 3)]
    public Task Pay(Invoice invoice, StepContext step, CancellationToken cancel) => bank.PayAsync(invoice, step.IdempotencyKey, cancel);
}

// The JSON of all values of runs: a line for each type.
[JsonSerializable(typeof(Invoice))]
public sealed partial class InvoiceJson : JsonSerializerContext;

public static class Payments
{
    public static async Task RunAsync(SopAsCode.Definitions.SopCatalogue catalogue, string file, IServiceProvider services, CancellationToken cancel)
    {
        await using var store = SqliteRunStore.Open(file);
        var host = new SopHost([catalogue], store, new() { Json = InvoiceJson.Default, Services = services });

        // Something starts a run. What is accepted is on disk.
        var start = new StartRun { By = Actor.Automation("mail"), Sop = "pay-invoice", Input = """{"Number":"17","Cents":24990,"Currency":"EUR"}""" };
        (await host.StartAsync("invoice-17", start, cancel)).OrThrow();

        // A person sees what waits, and answers exactly that.
        foreach (var item in await host.InboxOfAsync("gus@example.com", cancel))
        {
            var shown = await host.ShowAsync(item.Id, cancel);
            Console.WriteLine($"{item.Title}: {shown!.Values[0].Value}");
            var answer = await host.AnswerAsync(
                new Approve
                {
                    By = Actor.Person("gus@example.com", "command line"),
                    Item = item.Id,
                    Revision = item.Revision,
                    Ticked = ["We ordered it", "The amount is that of the order"],
                },
                cancel);
            Console.WriteLine(answer.Refusal?.Message ?? $"The run is in {answer.State}.");
        }

        // The host does what no person does: code, AI, hand-offs, what is due.
        await host.WorkAsync(cancel);

        foreach (var recorded in await host.HistoryAsync("invoice-17", cancel))
        {
            Console.WriteLine($"{recorded.At:u} {recorded.Step,-8} {recorded.Event,-13} {recorded.By.Name}");
        }
    }
}
