namespace SopAsCode.Analyzers;

/// <summary>
/// Decides which rule reports when several rules find the same cause. A rule gives way only to a rule whose configured severity is at least
/// as high, so a rule that is switched off or only a hint hides nothing.
/// </summary>
internal static class Precedence
{
    /// <summary>The rules about steps that act by themselves, in the order of their importance: an author need not complete what the policy forbids.</summary>
    public static readonly string[] OfAutonomy = [CapRule.Id, LimitRule.Id, LevelRule.Id, EvidenceRule.Id];

    // A checkpoint that decides nothing is reported at the checkpoint, and not at the write after it.
    private static readonly string[] Decisions = [TimeoutRule.Id, SameWayRule.Id, ContextRule.Id];

    // One unsafe write is told once, by the one of these that says most about the shortest way to it, or by one about a decision before it, or by the one about an
    // impact that its tool does not have: what the write needs follows from the right one.
    private static readonly string[] Writes = [UnapprovedWriteRule.Id, UnreviewedAiRule.Id, ReplacedValueRule.Id, UnshownValueRule.Id, UnseenDraftRule.Id, ImpactRule.Id, .. Decisions];

    private static readonly (string Rule, string[] To)[] Rows =
    [
        // A write after a checkpoint that decides nothing, or one that names another impact than its tool.
        (UnapprovedWriteRule.Id, [ImpactRule.Id, .. Decisions]),
        (UnreviewedAiRule.Id, [ImpactRule.Id, .. Decisions]),
        (ReplacedValueRule.Id, [ImpactRule.Id, .. Decisions]),
        (UnshownValueRule.Id, [ImpactRule.Id, .. Decisions]),
        (UnseenDraftRule.Id, [ImpactRule.Id, .. Decisions]),
        (UngrantedWriteRule.Id, [ImpactRule.Id]),

        // What a step does by itself, or the write of what it prepares.
        (CapRule.Id, Writes),
        (LimitRule.Id, [CapRule.Id, .. Writes]),
        (LevelRule.Id, [CapRule.Id, LimitRule.Id, .. Writes]),
        (EvidenceRule.Id, [CapRule.Id, LimitRule.Id, LevelRule.Id, .. Writes]),

        // One write of what nobody reviewed, one that nobody approves at all, and one of which whoever must approve it saw nothing.
        (UnreviewedValueRule.Id, Writes),
        (ApproverRule.Id, [UnapprovedWriteRule.Id, UnreviewedAiRule.Id, ReplacedValueRule.Id, ImpactRule.Id, ApprovedInputRule.Id]),
        (UnreviewedHandoffRule.Id, [UnapprovedWriteRule.Id]),
        (UnapprovedHandoffRule.Id, [UnreviewedHandoffRule.Id]),
        (AiDecisionRule.Id, Writes),

        // A role whose only holder made what is approved, where the checkpoint asks for more people besides.
        (OwnWorkRule.Id, [QuorumRule.Id]),

        // Paths that the author does not mean, because an entry of [Next] is missing or is never tried.
        (UnreachableStepRule.Id, [OtherwiseRule.Id]),
        (NoEndRule.Id, [OtherwiseRule.Id]),

        // A loop without an exit; an SOP without a path to a person; a time-out that counts as an approval.
        (LoopRule.Id, [NoEndRule.Id]),
        (TimeoutLoopRule.Id, [NoEndRule.Id]),
        (FallbackRule.Id, [ExceptionsRule.Id]),
        (FallThroughRule.Id, [TimeoutRule.Id, TimeoutLoopRule.Id]),

        // An agent that the policy does not name.
        (AllowanceRule.Id, [AllowedRule.Id]),

        // No policy, although a referenced project brings one.
        (NoPolicyRule.Id, [UnusedPolicyRule.Id]),

        // A missing metric. The policy and the rule about quality may ask for the same metric; the rule with the higher severity reports it.
        (QualityMetricRule.Id, [RequiredMetricRule.Id]),
        (RequiredMetricRule.Id, [NoMetricRule.Id, QualityMetricRule.Id]),

        // A waiver that has ended or is too long, and that is also not needed.
        (UnneededWaiverRule.Id, [EndedWaiverRule.Id]),
    ];

    private static readonly HashSet<(string Rule, string To)> Pairs = [.. Rows.SelectMany(row => row.To.Select(to => (row.Rule, to)))];

    /// <summary>Whether a rule reports nothing because another rule reports the same cause.</summary>
    public static bool Yields(string rule, string to) => Pairs.Contains((rule, to));
}
