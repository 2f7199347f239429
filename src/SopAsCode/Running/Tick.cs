namespace SopAsCode;

/// <summary>The input of a run that a schedule started.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Last">When the one before it was due; null for the first.</param>
public sealed record Tick(DateTimeOffset Due, DateTimeOffset? Last);
