namespace SopAsCode.Model;

/// <summary>The fixes that findings name.</summary>
public static class FixNames
{
    /// <summary>Make the class, and the types around it, partial.</summary>
    public const string MakePartial = nameof(MakePartial);

    /// <summary>Derive the class from the base.</summary>
    public const string AddBase = nameof(AddBase);

    /// <summary>Put <c>nameof</c> of a name in place of what stands there.</summary>
    public const string UseNameof = nameof(UseNameof);

    /// <summary>Put a constant such as <c>End.Completed</c> in place of what stands there.</summary>
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

    /// <summary>Bound a way by <c>AtMost</c>.</summary>
    public const string AddAtMost = nameof(AddAtMost);

    /// <summary>Add metrics; the value is <c>CycleTime=minutes</c>, several with semicolons.</summary>
    public const string AddMetric = nameof(AddMetric);

    /// <summary>Write what a metric leaves out; the value is <c>Unit="minutes"</c>, several with semicolons.</summary>
    public const string CompleteMetric = nameof(CompleteMetric);

    /// <summary>Review as often as the value says.</summary>
    public const string SetCadence = nameof(SetCadence);

    /// <summary>Write down a review; the value is its day.</summary>
    public const string SetReviewed = nameof(SetReviewed);
}
