namespace SopAsCode.Runtime;

/// <summary>Tells owner and backup what they must know. It waits in their inbox until one of them has read it, and nothing else waits for that.</summary>
internal static class Telling
{
    /// <summary>The run takes too long.</summary>
    public static void Overdue(RunInHand hand, DateTimeOffset due) =>
        Open(hand, $"{hand.Definition.Title}: the run was due at {IsoTime.Write(due)}", null, ofRun: true);

    /// <summary>A step takes too long that lies in no person's inbox: an event, another run or a machine is waited for.</summary>
    public static void StepOverdue(RunInHand hand, DateTimeOffset due) =>
        Open(hand, $"{hand.Step?.Title ?? hand.Definition.Title}: it was due at {IsoTime.Write(due)}, and the run still waits", null, ofRun: false);

    /// <summary>A method was asked by when the run, or the step that it came to, is due, and threw.</summary>
    public static void Unknown(RunInHand hand)
    {
        var (run, step) = (hand.State.RunDeadline, hand.State.Pause is { Unknown: not null } pause ? pause : hand.State.Deadline);
        if (hand.State.Visit == 1 && run is { Unknown: { } ofRun } && !IsTold(hand, 0))
        {
            Open(hand, Words(hand.Definition.Title, ofRun, run.Thrown), run.Notes, ofRun: true);
        }

        if (step is { Unknown: { } method } && !IsTold(hand, hand.State.Visit))
        {
            Open(hand, Words(hand.Step?.Title ?? hand.Definition.Title, method, step.Thrown), step.Notes, ofRun: false);
        }
    }

    private static bool IsTold(RunInHand hand, int visit) => hand.State.Items.Any(item => item.Kind == ItemKind.Notice && item.Visit == visit);

    private static string Words(string title, string method, string? thrown) => $"{title}: nobody knows when it is due, because '{method}' threw {thrown}";

    private static void Open(RunInHand hand, string title, string? notes, bool ofRun)
    {
        var item = Asking.Notice(hand, title);
        hand.Record(new ItemOpened { Item = item with { Notes = notes, Visit = ofRun ? 0 : item.Visit } }, Actor.TheHost);
    }
}
