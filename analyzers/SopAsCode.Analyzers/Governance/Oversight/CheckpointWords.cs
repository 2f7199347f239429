namespace SopAsCode.Analyzers;

/// <summary>The words with which findings ask for a checkpoint. They name everything that other rules would ask for next.</summary>
internal static class CheckpointWords
{
    /// <summary>A checkpoint that approves what a machine does.</summary>
    public const string Approval = "a checkpoint with [Due]";

    /// <summary>A checkpoint that reviews what an AI made.</summary>
    public const string Review = "a checkpoint with [Checklist] and [Due]";
}
