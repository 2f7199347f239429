namespace SopAsCode.App;

/// <summary>What a program of a team answers to the shell.</summary>
public static class ExitCode
{
    /// <summary>It is done.</summary>
    public const int Done = 0;

    /// <summary>It was refused and nothing changed; or it is done, and the record that <c>verify</c> or <c>export</c> read is not whole.</summary>
    public const int Refused = 1;

    /// <summary>The command line can't be understood, or lacks something.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>There is no such SOP, run, item, step, metric or trigger.</summary>
    public const int NotFound = 3;

    /// <summary>The store can't be read or written.</summary>
    public const int Store = 4;

    /// <summary>It was stopped, most often with Ctrl+C.</summary>
    public const int Stopped = 130;

    /// <summary>All of them, with their meaning.</summary>
    internal static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done"),
        (Refused, "refused, and nothing changed; or the record is not whole (verify, export)"),
        (WrongCommandLine, "the command line is wrong"),
        (NotFound, "there is no such SOP, run, item, step, metric or trigger"),
        (Store, "the store can't be read or written"),
        (Stopped, "stopped with Ctrl+C"),
    ];

    internal static int Of(Runtime.RefusalKind kind) => kind is Runtime.RefusalKind.UnknownSop or Runtime.RefusalKind.UnknownRun or Runtime.RefusalKind.UnknownItem or Runtime.RefusalKind.UnknownName
        ? NotFound
        : Refused;
}

/// <summary>A command ends here, with a sentence. Nothing changed.</summary>
internal sealed class StopException(int code, string message, string? kind = null) : Exception(message)
{
    public int Code { get; } = code;

    /// <summary>The kind of the refusal; null when the host refused nothing.</summary>
    public string? Kind { get; } = kind;
}
