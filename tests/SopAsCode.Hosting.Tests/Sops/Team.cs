using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace SopAsCode.Hosting.Tests.Sops;

public sealed class Lead : Role;

public sealed class Bank : Tool;

[Holder<Lead>("ben@example.com")]
[OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Berlin")]
public sealed class TeamPolicy : Policy;

public sealed record Invoice([property: Key] string Number);

[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Tick))]
public sealed partial class TeamJson : JsonSerializerContext;

/// <summary>What the SOPs of this team use.</summary>
public sealed class Office
{
    /// <summary>What was paid, call by call.</summary>
    public ConcurrentQueue<string> Paid { get; } = new();

    /// <summary>The invoices that wait.</summary>
    public ConcurrentQueue<string> Waiting { get; } = new();

    /// <summary>How often the shop did not answer.</summary>
    public int Refusals { get; set; }

    /// <summary>Waits here before it pays; null for no wait.</summary>
    public Func<CancellationToken, Task>? Before { get; set; }
}

/// <summary>Code pays.</summary>
[Sop("Pay an invoice"), Owner<Lead>]
public sealed partial class PayInvoice(Office office) : Sop<Invoice>
{
    [AutomatedStep("Pay it")]
    [OnFailure(Fallback, Retries = 3)]
    public async Task Pay(Invoice invoice, StepContext step, CancellationToken cancel)
    {
        if (office.Before is { } before)
        {
            await before(cancel);
        }

        office.Paid.Enqueue(step.IdempotencyKey);
    }
}

/// <summary>A person has an hour.</summary>
[Sop("Check an invoice"), Owner<Lead>]
[OfficeHours(OfficeHours.Always)]
public sealed partial class CheckInvoice : Sop<Invoice>
{
    [HumanStep<Lead>("Check it")]
    [Due(Hours = 1), OnTimeout(nameof(TakeOver)), Next(End.Completed)]
    public partial Task Check(Invoice invoice);

    [HumanStep<Lead>("Take it over")]
    public partial Task TakeOver(Invoice invoice);
}

/// <summary>Each night, when the clocks change too.</summary>
[Sop("Count the cash"), Owner<Lead>]
[Trigger("Each night", Cron = "30 2 * * *")]
[Trigger("Each month", Cron = "30 2 1 * *")]
public sealed partial class CountCash : Sop<Tick>
{
    [HumanStep<Lead>("Count it")]
    public partial Task Count(Tick tick);
}

/// <summary>Each morning, for those that wait.</summary>
[Sop("Remind of an invoice"), Owner<Lead>]
[Trigger("Each morning", Cron = "0 8 * * *", Each = nameof(RemindOfInvoice.Waiting))]
public sealed partial class RemindOfInvoice(Office office) : Sop<Invoice>
{
    [HumanStep<Lead>("Call the customer")]
    public partial Task Call(Invoice invoice);

    public Task<IReadOnlyList<Invoice>> Waiting(CancellationToken cancel)
    {
        if (office.Waiting.Contains("!"))
        {
            office.Refusals++;
            throw new HttpRequestException("the shop does not answer");
        }

        return Task.FromResult<IReadOnlyList<Invoice>>([.. office.Waiting.Select(number => new Invoice(number))]);
    }
}

/// <summary>What lives as long as a step, such as a database context.</summary>
public sealed class Scratch : IDisposable
{
    private static int _open;

    public Scratch() => Interlocked.Increment(ref _open);

    /// <summary>How many there are.</summary>
    public static int Open => _open;

    /// <summary>What was written.</summary>
    public List<string> Lines { get; } = [];

    public void Dispose() => Interlocked.Decrement(ref _open);
}

/// <summary>Code with services of its own for each step.</summary>
[Sop("Scribble"), Owner<Lead>]
public sealed partial class Scribble(Scratch scratch, Office office) : Sop<Invoice>
{
    [AutomatedStep("Scribble once")]
    public Task Once(Invoice invoice) => Write(invoice);

    [AutomatedStep("Scribble again")]
    public Task Again(Invoice invoice) => Write(invoice);

    private Task Write(Invoice invoice)
    {
        scratch.Lines.Add(invoice.Number);
        office.Paid.Enqueue($"{scratch.Lines.Count} line, {Scratch.Open} open");
        return Task.CompletedTask;
    }
}

public sealed class Researcher : Agent;

public sealed record Finding(string Text, int Trust);

/// <summary>An AI in another product looks something up, a person looks at it, and an automation in another product files it.</summary>
[Sop("Research an invoice"), Owner<Lead>]
[Fallback("Ask the sender")]
public sealed partial class ResearchInvoice : Sop<Invoice>
{
    [AiStep<Researcher>("Look the sender up", Outside = true)]
    [OnFailure(Fallback)]
    public partial Task<Finding> LookUp(Invoice invoice);

    [Checkpoint<Lead>("Look at the finding")]
    public partial Task Look(Finding finding);

    [AutomatedStep("File it in the archive")]
    public partial Task FileIt(Finding finding);
}
