namespace SopAsCode;

/// <summary>The input of a run that a schedule started.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Last">When the one before it was due; null for the first.</param>
public sealed record Tick(DateTimeOffset Due, DateTimeOffset? Last);

/// <summary>Why the last checkpoint sent the work back. In the data of a run after a reject.</summary>
/// <param name="Reason">What the person wrote.</param>
/// <param name="By">Who it was.</param>
/// <param name="Round">The how many-th reject of this checkpoint in this run, from 1.</param>
public sealed record Rejection(string Reason, string By, int Round);

/// <summary>What a step with code may ask about its run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Version">The version of the SOP the run follows; null when it has none.</param>
/// <param name="IdempotencyKey">The same for every attempt at this step in this visit, so that the outside can tell a repetition.</param>
/// <param name="Approval">The approval this step uses; null when it uses none.</param>
public sealed record StepContext(string RunId, string? Version, string IdempotencyKey, Approval? Approval = null);

/// <summary>A person's yes at a checkpoint.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="By">Who it was.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Approval(string Checkpoint, string By, DateTimeOffset At);
