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

    /// <summary>Add an attribute; the value is its word, a line end, and what stands behind the word.</summary>
    public const string AddAttribute = nameof(AddAttribute);

    /// <summary>Write a text into an attribute; the value is the name of the argument, a line end, and the text as code writes it.</summary>
    public const string WriteText = nameof(WriteText);

    /// <summary>Give duties to the owner; the value names them, with commas.</summary>
    public const string AssignDuties = nameof(AssignDuties);

    /// <summary>Add the first entry of the change log; the value is its day, empty for today.</summary>
    public const string AddChange = nameof(AddChange);

    /// <summary>Add an entry to a change log; the value is its line in the lock file, with <c>-</c> for a day that nobody says.</summary>
    public const string RaiseVersion = nameof(RaiseVersion);

    /// <summary>Write an id into <c>[Sop]</c>; the value is the id.</summary>
    public const string SetId = nameof(SetId);
}
