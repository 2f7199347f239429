namespace SopAsCode.Analyzers;

/// <summary>
/// Which rule speaks where several have something to say about one cause. A rule gives way only to one that is at least as bad as the project
/// configures the two: what is switched off or a mere hint hides nothing.
/// </summary>
internal static class Precedence
{
    /// <summary>The rules about steps that act by themselves, in the order in which they matter: what the policy forbids need not be made complete first.</summary>
    public static readonly string[] OfAutonomy = [CapRule.Id, LimitRule.Id, LevelRule.Id, EvidenceRule.Id];

    // A checkpoint that decides nothing is told where it stands, and not at the write behind it.
    private static readonly string[] Decisions = [TimeoutRule.Id, SameWayRule.Id];

    // One unsafe write is told once, by the one of these that says most about the shortest way to it, or by one about a decision before it.
    private static readonly string[] Writes = [UnapprovedWriteRule.Id, UnreviewedAiRule.Id, ReplacedValueRule.Id, UnshownValueRule.Id, .. Decisions];

    private static readonly (string Rule, string[] To)[] Rows =
    [
        // A write behind a checkpoint that decides nothing.
        (UnapprovedWriteRule.Id, Decisions),
        (UnreviewedAiRule.Id, Decisions),
        (ReplacedValueRule.Id, Decisions),
        (UnshownValueRule.Id, Decisions),

        // What one step does by itself, or the write of what it prepares.
        (CapRule.Id, Writes),
        (LimitRule.Id, [CapRule.Id, .. Writes]),
        (LevelRule.Id, [CapRule.Id, LimitRule.Id, .. Writes]),
        (EvidenceRule.Id, [CapRule.Id, LimitRule.Id, LevelRule.Id, .. Writes]),

        // One write of what nobody reviewed, one that nobody approves at all, and one of which whoever must approve it saw nothing.
        (UnreviewedValueRule.Id, Writes),
        (ApproverRule.Id, [UnapprovedWriteRule.Id, UnreviewedAiRule.Id, ReplacedValueRule.Id]),
        (UnreviewedHandoffRule.Id, [UnapprovedWriteRule.Id]),

        // Paths that are not what is meant, because an entry of [Next] is missing or never tried.
        (UnreachableStepRule.Id, [OtherwiseRule.Id]),
        (NoEndRule.Id, [OtherwiseRule.Id]),

        // A loop without any way out; an SOP without a way to a person; a time-out that counts as a yes.
        (LoopRule.Id, [NoEndRule.Id]),
        (FallbackRule.Id, [ExceptionsRule.Id]),
        (FallThroughRule.Id, [TimeoutRule.Id]),

        // An agent that the policy does not name.
        (AllowanceRule.Id, [AllowedRule.Id]),

        // One missing metric. The policy's demand and quality say the same of it: the one that is worse speaks.
        (QualityMetricRule.Id, [RequiredMetricRule.Id]),
        (RequiredMetricRule.Id, [NoMetricRule.Id, QualityMetricRule.Id]),

        // A waiver that is over or too long, and unneeded as well.
        (UnneededWaiverRule.Id, [EndedWaiverRule.Id]),
    ];

    private static readonly HashSet<(string Rule, string To)> Pairs = [.. Rows.SelectMany(row => row.To.Select(to => (row.Rule, to)))];

    /// <summary>Whether a rule keeps quiet about what another one says, where the two are about one cause.</summary>
    public static bool Yields(string rule, string to) => Pairs.Contains((rule, to));
}
