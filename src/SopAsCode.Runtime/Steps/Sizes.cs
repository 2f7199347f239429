namespace SopAsCode.Runtime;

/// <summary>How large what people and programs send may be.</summary>
internal static class Sizes
{
    /// <summary>The longest text, in characters: a million.</summary>
    public const int Longest = 1_000_000;

    /// <summary>The longest name.</summary>
    public const int LongestName = 400;

    /// <summary>No text of a command is too long.</summary>
    /// <exception cref="RefusedException">A text of the command is too long.</exception>
    public static void Demand(RunCommand command)
    {
        Demand("the name of the command", command.Key, LongestName);
        Demand("the name of who sends it", command.By.Name, LongestName);
        Demand("the door", command.By.Door, LongestName);
        switch (command)
        {
            case StartRun start:
                Demand("the input", start.Input, Longest);
                break;
            case Approve approve:
                Demand("the value", approve.Value, Longest);
                Demand("the ticks", string.Concat(approve.Ticked), Longest);
                break;
            case Complete complete:
                Demand("the value", complete.Value, Longest);
                Demand("the notes", complete.Notes, Longest);
                Demand("the ticks", string.Concat(complete.Ticked), Longest);
                break;
            case DoStepByHand done:
                Demand("the value", done.Value, Longest);
                Demand("the notes", done.Notes, Longest);
                Demand("the ticks", string.Concat(done.Ticked), Longest);
                break;
            case Reject reject:
                Demand("the reason", reject.Reason, Longest);
                break;
            case ReportFailure failure:
                Demand("the notes", failure.Notes, Longest);
                break;
            case Judge judge:
                Demand("the notes", judge.Notes, Longest);
                break;
            case RunDecision decision:
                Demand("the notes", decision.Notes, Longest);
                break;
        }
    }

    /// <summary>A text is not too long.</summary>
    /// <exception cref="RefusedException">The text is too long.</exception>
    public static void Demand(string what, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            throw new RefusedException(RefusalKind.TooLarge, $"In this command {what} has {text.Length} characters, and at most {longest} are taken.");
        }
    }
}
