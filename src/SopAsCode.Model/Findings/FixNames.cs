namespace SopAsCode.Model.Findings;

/// <summary>The fixes that findings name.</summary>
public static class FixNames
{
    /// <summary>Make the class, and the types around it, partial.</summary>
    public const string MakePartial = nameof(MakePartial);

    /// <summary>Derive the class from the base.</summary>
    public const string AddBase = nameof(AddBase);

    /// <summary>Put <c>nameof</c> of a name in place of the present text.</summary>
    public const string UseNameof = nameof(UseNameof);

    /// <summary>Put a constant such as <c>End.Completed</c> in place of the present text.</summary>
    public const string UseConstant = nameof(UseConstant);

    /// <summary>Give the method another name.</summary>
    public const string Rename = nameof(Rename);

    /// <summary>Return a task.</summary>
    public const string WrapInTask = nameof(WrapInTask);

    /// <summary>Make the method static.</summary>
    public const string MakeStatic = nameof(MakeStatic);

    /// <summary>Make the method an instance method.</summary>
    public const string MakeInstance = nameof(MakeInstance);

    /// <summary>Append a grant; the value says for which impacts.</summary>
    public const string AddGrant = nameof(AddGrant);

    /// <summary>Add an attribute; the value is its name, a line end, and the text after the name.</summary>
    public const string AddAttribute = nameof(AddAttribute);

    /// <summary>Add an argument to an attribute; the value is the name of the argument, a line end, and the argument as C# code.</summary>
    public const string AddArgument = nameof(AddArgument);

    /// <summary>Give duties to the owner; the value names them, with commas.</summary>
    public const string AssignDuties = nameof(AssignDuties);

    /// <summary>Add the first entry of the change log; the value is its day, empty for today.</summary>
    public const string AddChange = nameof(AddChange);

    /// <summary>Add an entry to a change log; the value is its line in the lock file, with <c>-</c> for a day that is not stated.</summary>
    public const string RaiseVersion = nameof(RaiseVersion);

    /// <summary>Write an id into <c>[Sop]</c>; the value is the id.</summary>
    public const string SetId = nameof(SetId);

    /// <summary>Put the id of a rule in place of the present text; the value is the id.</summary>
    public const string UseRuleId = nameof(UseRuleId);

    /// <summary>Say who allows a waiver.</summary>
    public const string CompleteWaiver = nameof(CompleteWaiver);

    /// <summary>Remove a waiver.</summary>
    public const string RemoveWaiver = nameof(RemoveWaiver);

    /// <summary>Put a waiver in place of a suppression; the value is the rule.</summary>
    public const string WaiveInstead = nameof(WaiveInstead);

    /// <summary>Name the impacts of a write; the value says which.</summary>
    public const string AddImpact = nameof(AddImpact);

    /// <summary>Remove a grant.</summary>
    public const string RemoveGrant = nameof(RemoveGrant);

    /// <summary>Grant less; the value says which impacts are left.</summary>
    public const string NarrowGrant = nameof(NarrowGrant);

    /// <summary>Let a person approve what a step does by itself; the value says which level that leaves.</summary>
    public const string LowerLevel = nameof(LowerLevel);

    /// <summary>Set the level of an AI step; the value says which.</summary>
    public const string SetLevel = nameof(SetLevel);

    /// <summary>Add the condition of a limit.</summary>
    public const string CompleteLimit = nameof(CompleteLimit);

    /// <summary>Add a checklist to fill in.</summary>
    public const string AddChecklist = nameof(AddChecklist);

    /// <summary>Let another role decide; the value names the roles that may, with bars between them.</summary>
    public const string SetRole = nameof(SetRole);

    /// <summary>Check a condition again; the value is the condition, where to go when it holds, and where to go otherwise, with bars between them.</summary>
    public const string RepeatCondition = nameof(RepeatCondition);

    /// <summary>Write another placeholder in a prompt; the value is the new one, a line break, and the old one.</summary>
    public const string ReplacePlaceholder = nameof(ReplacePlaceholder);

    /// <summary>Append a placeholder to a prompt; the value is the parameter.</summary>
    public const string AppendPlaceholder = nameof(AppendPlaceholder);

    /// <summary>Name another prompt file; the value is the file.</summary>
    public const string NamePromptFile = nameof(NamePromptFile);

    /// <summary>Write a prompt for a step that has none yet.</summary>
    public const string WritePrompt = nameof(WritePrompt);

    /// <summary>Say how sensitive a record is; the value is the record.</summary>
    public const string AddDataClass = nameof(AddDataClass);

    /// <summary>Put a record in place of a plain value; the value is the type.</summary>
    public const string IntroduceRecord = nameof(IntroduceRecord);

    /// <summary>Bound a path by <c>AtMost</c>.</summary>
    public const string AddAtMost = nameof(AddAtMost);

    /// <summary>Add metrics; the value is <c>CycleTime=minutes</c>, several with semicolons.</summary>
    public const string AddMetric = nameof(AddMetric);

    /// <summary>Add what a metric does not state; the value is <c>Unit="minutes"</c>, several with semicolons.</summary>
    public const string CompleteMetric = nameof(CompleteMetric);

    /// <summary>Review as often as the value says; it may name several cadences, with bars between them.</summary>
    public const string SetCadence = nameof(SetCadence);

    /// <summary>Name an owner.</summary>
    public const string AddOwner = nameof(AddOwner);

    /// <summary>Say in the policy who holds a role.</summary>
    public const string AddHolder = nameof(AddHolder);

    /// <summary>Name a backup.</summary>
    public const string AddBackup = nameof(AddBackup);

    /// <summary>Put a checkpoint before a write or hand-off.</summary>
    public const string InsertCheckpoint = nameof(InsertCheckpoint);

    /// <summary>Let an AI that writes by itself draft.</summary>
    public const string LowerToDraft = nameof(LowerToDraft);

    /// <summary>Move a grant to the file of grants.</summary>
    public const string MoveGrant = nameof(MoveGrant);

    /// <summary>Say when something is due.</summary>
    public const string AddDue = nameof(AddDue);

    /// <summary>Lead a time-out to the manual path.</summary>
    public const string TimeOutToFallback = nameof(TimeOutToFallback);

    /// <summary>Add the manual path.</summary>
    public const string AddFallback = nameof(AddFallback);

    /// <summary>Complete the manual path: how to work by hand, or when to switch to it.</summary>
    public const string CompleteFallback = nameof(CompleteFallback);

    /// <summary>Add the <c>[Next]</c> that has no condition, or put it last.</summary>
    public const string SayOtherwise = nameof(SayOtherwise);

    /// <summary>Say where a run goes.</summary>
    public const string WriteNext = nameof(WriteNext);

    /// <summary>Say what the team tells customers about AI.</summary>
    public const string AddDisclosure = nameof(AddDisclosure);

    /// <summary>Put a checkpoint before a step that acts on an answer.</summary>
    public const string ReviewAnswer = nameof(ReviewAnswer);

    /// <summary>Let somebody look at samples.</summary>
    public const string AddSpotCheck = nameof(AddSpotCheck);
}
