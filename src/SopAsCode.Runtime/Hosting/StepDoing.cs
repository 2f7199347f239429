using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Does one step: begins the attempt on the record, calls the code or the AI, and records what came back.</summary>
internal sealed class StepDoing(SopShelf shelf, IRunStore store, RunSender sender, SopHostOptions options, TimeProvider time)
{
    public async Task DoAsync(StepLease lease, CancellationToken cancel)
    {
        if (!shelf.TryFind(lease.Sop, out var sop))
        {
            // Another host of the same store runs this SOP; it gets the step when the lease is over.
            return;
        }

        var by = Actor.Automation(lease.Worker);
        var begun = await sender.SendAsync(lease.Run, new BeginStep { By = by, Worker = lease.Worker, Visit = lease.Visit }, cancel).ConfigureAwait(false);
        if (!begun.IsAccepted)
        {
            return;
        }

        var moment = Moment.Of(time);
        var snapshot = await store.LoadAsync(new() { Run = lease.Run, Day = moment.Day }, cancel).ConfigureAwait(false);
        var state = RecordJson.ReadState(snapshot.State!);
        if (state.Visit != lease.Visit || state.Worker != lease.Worker || !state.Position.IsStarted)
        {
            // It was outside its limit, or must not write.
            return;
        }

        var hand = new RunInHand(sop, lease.Run, snapshot, state, moment, by);
        using var activity = SopTelemetry.Step(lease, state.Attempt);
        var began = time.GetTimestamp();
        var report = await CallAsync(hand, lease, cancel).ConfigureAwait(false);
        SopTelemetry.Done(activity, lease, report, time.GetElapsedTime(began));
        if (report is not null)
        {
            // What was done is recorded also when the host stops meanwhile.
            await sender.SendAsync(lease.Run, report, CancellationToken.None).ConfigureAwait(false);
        }
        else if (cancel.IsCancellationRequested)
        {
            await store.RenewStepAsync(lease, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What the attempt reports; null when the host stops and gives the step back, or when another worker has it.
    private async Task<RunCommand?> CallAsync(RunInHand hand, StepLease lease, CancellationToken cancel)
    {
        var attempt = hand.State.Attempt;
        if (hand.State.Awaited.Count > 0)
        {
            // A further attempt at a hand-off starts runs again with the inputs that they had.
            return new FinishStep { By = hand.By, Worker = lease.Worker, Visit = lease.Visit, Attempt = attempt };
        }

        ListeningAgents? agents = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var keeping = KeepAsync(lease, stop);
        IStepServices? services = null;
        try
        {
            agents = options.Agents is { } asked && hand.Step is { } step && asked.AnswersFor(step) ? new(asked) : null;
            services = options.ServicesOfStep?.Invoke();
            var output = await hand.Sop.Dispatcher.RunAsync(
                new() { Run = hand.Run, Performer = NoPerformer.Instance, Agents = agents, Services = services?.Services ?? options.Services, Context = ContextOf(hand) },
                stop.Token).ConfigureAwait(false);
            return Finished(hand, lease, attempt, output, agents?.Request);
        }
        catch (PersonNeededException needed)
        {
            return new AskPerson { By = hand.By, Worker = lease.Worker, Visit = lease.Visit, Attempt = attempt, Prompt = needed.Prompt };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // whatever a step throws is a failed attempt
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new FailStep
            {
                By = hand.By,
                Worker = lease.Worker,
                Visit = lease.Visit,
                Attempt = attempt,
                Error = error.GetType().FullName ?? error.GetType().Name,
                Notes = error.Message.Length > Sizes.Longest ? error.Message[..Sizes.Longest] : error.Message,
                Prompt = agents?.Request?.Prompt,
                Called = CalledFunctions.Of(agents?.Request?.Calls() ?? []),
            };
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await StepServices.EndAsync(services).ConfigureAwait(false);
        }
    }

    private FinishStep Finished(RunInHand hand, StepLease lease, int attempt, StepOutput output, AgentRequest? asked) => new()
    {
        By = hand.By,
        Worker = lease.Worker,
        Visit = lease.Visit,
        Attempt = attempt,
        Values = [.. output.Values.Select(made => new MadeValue(hand.Sop.NameOf(made.Type), hand.Sop.Write(made.Type, made.Value)))],
        HandedOver = [.. output.HandedOver.Select(input => InputOf(hand, input)).OfType<string>()],
        Usage = output.Usage,
        Prompt = asked?.Prompt,
        Called = CalledFunctions.Of(asked?.Calls() ?? []),
    };

    // The input of the other SOP, as that SOP declares it.
    private string? InputOf(RunInHand hand, object input) =>
        shelf.TryFind(hand.Step!.Handoff!.To.Id, out var other) && other.Definition.Input is { } type ? other.Write(other.TypeOf(type), input) : null;

    private static StepContext ContextOf(RunInHand hand) => new()
    {
        RunId = hand.Id,
        Version = hand.Definition.Version,
        IdempotencyKey = StepWork.IdempotencyKey(hand.State, hand.State.Position.State),
        Approval = WriteRelease.Used(hand, hand.Step!) is [.., var used]
            ? new() { Checkpoint = used.Checkpoint, By = string.Join(", ", used.By.Select(by => by.Person)), At = used.By[^1].At }
            : null,
    };

    // A worker that lost its step stops: what it reports would change nothing.
    private async Task KeepAsync(StepLease lease, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(options.Lease / 3, time, stop.Token).ConfigureAwait(false);
            if (!await store.RenewStepAsync(lease, time.GetUtcNow() + options.Lease, stop.Token).ConfigureAwait(false))
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}

/// <summary>Asks the AI of the host, and remembers the question for the record.</summary>
internal sealed class ListeningAgents(IAgentService agents) : IAgentService
{
    public AgentRequest? Request { get; private set; }

    public Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        Request = request;
        return agents.AskAsync(request, cancel);
    }
}

/// <summary>There is no AI: a person must be asked. Steps of people are never called.</summary>
internal sealed class NoPerformer : IPerformer
{
    public static readonly NoPerformer Instance = new();

    public Task<TAnswer> PerformAsync<TAnswer>(StepRequest request, CancellationToken cancel)
        where TAnswer : notnull => Task.FromException<TAnswer>(new PersonNeededException(request.Prompt ?? ""));
}

/// <summary>A step needs a person, who gets the prompt of the AI.</summary>
internal sealed class PersonNeededException(string prompt) : Exception("A person must be asked.")
{
    public string Prompt { get; } = prompt;
}
