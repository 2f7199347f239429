namespace SopAsCode.Analyzers;

/// <summary>How findings ask for a checkpoint: with all that another rule would ask of it next.</summary>
internal static class CheckpointWords
{
    /// <summary>One that approves what a machine does.</summary>
    public const string Approval = "a checkpoint with [Due]";

    /// <summary>One that looks at what an AI made.</summary>
    public const string Review = "a checkpoint with [Checklist] and [Due]";
}
