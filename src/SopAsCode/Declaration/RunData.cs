namespace SopAsCode;

/// <summary>The input of a run that a schedule started.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Last">When the run before it was due; null for the first run.</param>
public sealed record Tick(DateTimeOffset Due, DateTimeOffset? Last);

/// <summary>Why the last checkpoint sent the work back. A run has this value in its data after a reject.</summary>
/// <param name="Reason">What the person wrote.</param>
/// <param name="By">Who it was.</param>
/// <param name="Round">The number of this reject among the rejects of the checkpoint in this run, starting at 1.</param>
public sealed record Rejection(string Reason, string By, int Round);

/// <summary>What a step with code can find out about its run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Version">The version of the SOP the run follows; null when it has none.</param>
/// <param name="IdempotencyKey">A key that stays the same for every attempt at this step until the run leaves it, so that an outside system can recognise a
/// repetition.</param>
/// <param name="Approval">The approval this step uses; null when it uses none.</param>
public sealed record StepContext(string RunId, string? Version, string IdempotencyKey, Approval? Approval = null);

/// <summary>The approval of a person at a checkpoint.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="By">Who it was.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Approval(string Checkpoint, string By, DateTimeOffset At);
