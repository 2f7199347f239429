using System.Text.Json;

namespace SopAsCode.Runtime;

/// <summary>What a command does: what is to be recorded, if anything, and the answer.</summary>
/// <param name="Append">What is to be recorded; null when nothing.</param>
/// <param name="Reply">The answer, which counts when the append is on disk.</param>
internal sealed record StepOutcome(Append? Append, Reply Reply);

/// <summary>
/// The one function in the middle of each host: from a run as it stands, a command and a time it makes what is recorded, and the answer. It reads no clock,
/// no store and no file, and the generated machine decides which moves there are.
/// </summary>
internal sealed class StepFunction(SopShelf shelf, IRoleDirectory roles)
{
    private readonly ItemAnswers _answers = new(roles);
    private readonly RunDecisions _decisions = new(roles);
    private readonly StepResults _results = new(shelf, roles);

    /// <summary>What a command does.</summary>
    public StepOutcome Step(string run, Snapshot snapshot, RunCommand command, Moment moment)
    {
        RunInHand? hand = null;
        try
        {
            if (snapshot.Replied is { } replied)
            {
                return new(null, RecordJson.ReadReply(replied));
            }

            Sizes.Demand(command);
            var state = snapshot.State is { } json ? RecordJson.ReadState(json) : null;
            hand = new(SopOf(run, state, command), run, snapshot, state, moment, command.By);
            if (command is not (StartRun or EraseRun or Note) && state is not null)
            {
                Following.Follow(hand);
                Fitting.Demand(hand);
            }

            if (command is ItemCommand or TakeEvent && state is { HeldSince: null, Ended: null })
            {
                // An item whose time is over can't be answered, even if nobody looked at the clock since.
                Passing.Let(hand);
            }

            var settled = hand.Events.Count;
            try
            {
                Do(hand, command);
            }
            catch (RefusedException refused) when (settled > 0 && hand.Events.Count == settled)
            {
                var refusal = new Reply { Run = run, Refusal = refused.Refusal, State = hand.State.Position.State, Sequence = snapshot.Sequence + hand.Events.Count };
                return new(hand.ToAppend(null, refusal), refusal);
            }

            var reply = new Reply { Run = run, State = hand.State.Position.State, Sequence = snapshot.Sequence + hand.Events.Count };
            return new(hand.HasEvents ? hand.ToAppend(command.Key, reply) : null, reply);
        }
        catch (RefusedException refused)
        {
            return new(null, Refused(run, snapshot, refused.Refusal));
        }
        catch (UnknownStateException e)
        {
            return new(null, Refused(run, snapshot, new() { Kind = RefusalKind.DoesNotFit, Message = e.Message }));
        }
        catch (JsonException e)
        {
            return new(null, Refused(run, snapshot, new() { Kind = RefusalKind.DoesNotFit, Message = $"Run '{run}' can't be read: {e.Message} A newer version wrote it, or it was damaged; ask verify." }));
        }
    }

    private void Do(RunInHand hand, RunCommand command)
    {
        switch (command)
        {
            case StartRun start:
                Starting.Start(hand, start);
                break;
            case ItemCommand answer:
                _answers.Do(hand, answer);
                break;
            case BeginStep or FinishStep or FailStep or AskPerson or TellEnd:
                _results.Do(hand, command);
                break;
            case LetTimePass:
                Passing.Let(hand);
                break;
            case TakeEvent take:
                ItemAnswers.Take(hand, take);
                break;
            default:
                _decisions.Do(hand, command);
                break;
        }
    }

    private KnownSop SopOf(string run, RunState? state, RunCommand command)
    {
        if (command is StartRun start)
        {
            return state is null ? shelf.Get(start.Sop) : throw new RefusedException(RefusalKind.RunExists, $"There is a run '{run}' already, of SOP '{state.Position.Sop}'.");
        }

        return state is null ? throw new RefusedException(RefusalKind.UnknownRun, $"There is no run '{run}'.") : shelf.Get(state.Position.Sop);
    }

    private static Reply Refused(string run, Snapshot snapshot, Refusal refusal) => new() { Run = run, Refusal = refusal, Sequence = snapshot.Sequence };
}
