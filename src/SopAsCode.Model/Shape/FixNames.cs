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

    /// <summary>Write three checks.</summary>
    public const string AddChecklist = nameof(AddChecklist);

    /// <summary>Let another role decide; the value says which may, with bars between them.</summary>
    public const string SetRole = nameof(SetRole);

    /// <summary>Ask a condition again; the value says which, where to go when it holds, and where to go otherwise, with bars between them.</summary>
    public const string RepeatCondition = nameof(RepeatCondition);
}
