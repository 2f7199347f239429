using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>Every rule, with its descriptor for the compiler.</summary>
public static class Rules
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<SopRule> All { get; } =
    [
        new ShapeWords(new ClassShapeRule()),
        new StrayStepsRule(),
        new ShapeWords(new ReferencesRule()),
        new SharedIdRule(),
        new PlacedTextsRule(),
        new ShapeWords(new SignaturesRule()),
        new ShapeWords(new DefiniteValuesRule()),
        new HandWrittenSummaryRule(),

        new OwnerRule(),
        new BackupIsOwnerRule(),
        new HolderRule(),
        new NoBackupRule(),
        new DutiesRule(),
        new NoPolicyRule(),
        new UnusedPolicyRule(),

        new UnapprovedWriteRule(),
        new ImpactRule(),
        new UngrantedWriteRule(),
        new GrantUseRule(),
        new AllowedRule(),
        new CapRule(),
        new LevelRule(),
        new LimitRule(),
        new EvidenceRule(),
        new GrantBuilderRule(),
        new GrantFileRule(),
        new GrantReasonRule(),
        new StepCallRule(),
        new UndeclaredServiceRule(),
        new OutsideStoreRule(),

        new UnreviewedAiRule(),
        new UnreviewedValueRule(),
        new ApproverRule(),
        new ChecklistRule(),
        new OwnWorkRule(),
        new GrantApproverRule(),
        new ApprovalShareRule(),
        new DueRule(),
        new TimeoutRule(),
        new SameWayRule(),
        new ExceptionsRule(),
        new ReplacedValueRule(),
        new AskedBeforeRule(),
        new UnshownValueRule(),
        new UnseenDraftRule(),
        new StuckLimitRule(),
        new AiDecisionRule(),
        new QuorumRule(),
        new NotByRule(),
        new ContextRule(),

        new UnreachableStepRule(),
        new NoEndRule(),
        new LoopRule(),
        new OtherwiseRule(),
        new FallbackRule(),
        new WaitingTimeRule(),
        new FallThroughRule(),
        new TimeoutLoopRule(),
        new ReworkRule(),
        new ConstantConditionRule(),
        new ImpureConditionRule(),
        new MeanwhileRule(),

        new UnclassifiedRule(),
        new AllowanceRule(),
        new DisclosureRule(),
        new OutsideAnswerRule(),
        new BareDataRule(),
        new UnknownToolDataRule(),

        new PromptRule(),
        new PlaceholderRule(),
        new SecretRule(),
        new ModelRule(),
        new AnswerRule(),

        new NoMetricRule(),
        new QualityMetricRule(),
        new IncompleteMetricRule(),
        new RequiredMetricRule(),
        new ReviewRule(),
        new OverdueReviewRule(),
        new PilotRule(),
        new SpotCheckRule(),

        new PurposeRule(),
        new TriggerRule(),
        new ScopeRule(),
        new ChangesRule(),
        new KnownLimitsRule(),
        new StepTitlesRule(),
        new OpenFenceRule(),
        new WordsFileRule(),
        new ScheduleRule(),

        new IdleTargetRule(),
        new MissingInputRule(),
        new UnattendedCycleRule(),
        new UnreviewedHandoffRule(),
        new ToolLinkRule(),
        new UnapprovedHandoffRule(),
        new ApprovedInputRule(),
        new NoApprovedInputRule(),
        new MissingResultRule(),

        new TitleRule(),
        new ToolNameRule(),

        new WaivedRule(),
        new IncompleteWaiverRule(),
        new EndedWaiverRule(),
        new UnneededWaiverRule(),
        new ForbiddenWaiverRule(),
        new PolicyRule(),
        new SuppressionRule(),
        new SwitchedOffRule(),
    ];

    private static readonly ImmutableDictionary<string, SopRule> ById = All.ToImmutableDictionary(rule => rule.RuleId, StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> DescriptorsById = All.ToImmutableDictionary(rule => rule.RuleId, ToDescriptor, StringComparer.Ordinal);

    /// <summary>The same rules as descriptors for the compiler.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. All.Select(rule => DescriptorsById[rule.RuleId])];

    /// <summary>Whether there is a rule with an id.</summary>
    /// <param name="id">The id, as written.</param>
    /// <returns>True when there is.</returns>
    public static bool Has(string id) => ById.ContainsKey(id);

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id that a finding names.</param>
    /// <returns>The rule.</returns>
    public static SopRule Of(string id) => ById[id];

    /// <summary>The rule with an id that may not exist.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The rule; null when there is none.</returns>
    public static SopRule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>The rules whose findings have one of the given fixes.</summary>
    /// <param name="fixes">The fixes: some of <c>FixNames</c>.</param>
    /// <returns>Their ids, in order.</returns>
    public static ImmutableArray<string> FixedBy(params string[] fixes) =>
        [.. All.Where(rule => rule.Fixes.Concat(rule.Advice?.Fixes ?? []).Any(fix => fixes.Contains(fix.Name, StringComparer.Ordinal))).Select(rule => rule.RuleId)];

    /// <summary>
    /// The rules to ask about an SOP. A rule that is switched off is not asked, so that it costs nothing, unless a waiver names it: what the waiver covers tells
    /// whether it is still needed.
    /// </summary>
    /// <param name="profile">The profile of the project; null when the build states none.</param>
    /// <param name="severity">The configured severity of a rule; null when it is switched off.</param>
    /// <param name="waived">The ids that waivers of the SOP name.</param>
    /// <returns>The rules, in order.</returns>
    public static IReadOnlyList<SopRule> Asked(string? profile, Func<string, DiagnosticSeverity?> severity, IEnumerable<string> waived)
    {
        HashSet<string> named = new(waived, StringComparer.Ordinal);
        return [.. All.Where(rule => (rule.IsFixed ? rule.SeverityIn(profile) : severity(rule.RuleId)) is not null || named.Contains(rule.RuleId))];
    }

    /// <summary>A rule as a descriptor for the compiler.</summary>
    internal static DiagnosticDescriptor DescriptorOf(string id) => DescriptorsById[id];

    // The first tag keeps config files and pragmas away, the second [SuppressMessage].
    private static string[] Unsilenced => [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    private static DiagnosticDescriptor ToDescriptor(SopRule rule) => new(
        rule.RuleId,
        rule.Title,
        "{0}",
        rule.Category,
        rule.Severity.Recommended,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Link(rule.RuleId),
        customTags: rule.IsFixed ? Unsilenced : []);
}
