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

    /// <summary>Write another placeholder in a prompt; the value is the new one, a line break, and the old one.</summary>
    public const string ReplacePlaceholder = nameof(ReplacePlaceholder);

    /// <summary>Append a placeholder to a prompt; the value is the parameter.</summary>
    public const string AppendPlaceholder = nameof(AppendPlaceholder);

    /// <summary>Name another prompt file; the value is the file.</summary>
    public const string NamePromptFile = nameof(NamePromptFile);

    /// <summary>Write a prompt; nothing is written yet.</summary>
    public const string WritePrompt = nameof(WritePrompt);

    /// <summary>Say how sensitive a record is; the value is the record.</summary>
    public const string AddDataClass = nameof(AddDataClass);

    /// <summary>Put a record in place of a bare value; the value is the type.</summary>
    public const string IntroduceRecord = nameof(IntroduceRecord);
}
