using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SopAsCode.Runtime;

/// <summary>
/// What a host tells OpenTelemetry, or any other listener: <c>AddSource(SopTelemetry.Name)</c> and <c>AddMeter(SopTelemetry.Name)</c>. It never has a value, a
/// reason or a note.
/// </summary>
public static class SopTelemetry
{
    /// <summary>The name of the source of activities and of the meter.</summary>
    public const string Name = "SopAsCode.Runtime";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Commands = Meter.CreateCounter<long>("sopascode.commands", "{command}", "Commands by outcome: accepted, or why they were refused.");
    private static readonly Counter<long> Ends = Meter.CreateCounter<long>("sopascode.runs.ended", "{run}", "Runs that ended, by SOP and end.");
    private static readonly Histogram<double> Steps = Meter.CreateHistogram<double>("sopascode.step.duration", "s", "Attempts at steps of code and AI, by outcome.");

    internal static Activity? Command(string run, RunCommand command) =>
        Source.StartActivity("command " + command.GetType().Name)?.SetTag("sopascode.run", run).SetTag("sopascode.by", command.By.Kind.ToString());

    internal static void Answered(Activity? activity, RunCommand command, Reply reply)
    {
        var outcome = reply.Refusal is { } refusal ? refusal.Kind.ToString() : "accepted";
        Commands.Add(1, new("sopascode.command", command.GetType().Name), new("sopascode.outcome", outcome));
        activity?.SetTag("sopascode.outcome", outcome).SetTag("sopascode.state", reply.State);
    }

    internal static void Ended(RunRow run) => Ends.Add(1, new("sopascode.sop", run.Sop), new("sopascode.end", run.State));

    internal static Activity? Step(StepLease lease, int attempt) => Source.StartActivity("step " + lease.Step)
        ?.SetTag("sopascode.run", lease.Run).SetTag("sopascode.sop", lease.Sop).SetTag("sopascode.step", lease.Step).SetTag("sopascode.worker", lease.Worker)
        .SetTag("sopascode.attempt", attempt);

    internal static void NotEnded(Exception error) => Activity.Current?.AddEvent(new("the services of the step threw when they ended", tags: new() { { "exception.type", error.GetType().FullName } }));

    internal static void Done(Activity? activity, StepLease lease, RunCommand? report, TimeSpan time)
    {
        var outcome = report switch { FinishStep => "completed", FailStep => "failed", AskPerson => "asks a person", _ => "given back" };
        Steps.Record(time.TotalSeconds, new("sopascode.sop", lease.Sop), new("sopascode.step", lease.Step), new("sopascode.outcome", outcome));
        activity?.SetTag("sopascode.outcome", outcome).SetStatus(report is FailStep ? ActivityStatusCode.Error : ActivityStatusCode.Ok, (report as FailStep)?.Error);
    }
}
