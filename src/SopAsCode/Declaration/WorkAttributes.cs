namespace SopAsCode;

/// <summary>
/// What an AI step is asked. Placeholders: <c>{parameter}</c>, <c>{parameter.Property}</c>, several deep; <c>{{</c> and
/// <c>}}</c> stand for braces. Text, numbers, dates and enums render invariantly, null as nothing, anything else as JSON.
/// </summary>
/// <param name="text">The prompt.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PromptAttribute(string text) : Attribute
{
    /// <summary>The prompt.</summary>
    public string Text { get; } = text;
}

/// <summary>The step reads this tool.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ReadsAttribute<TTool> : Attribute
    where TTool : Tool;

/// <summary>The step leaves drafts in this tool, which nobody outside sees.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DraftsAttribute<TTool> : Attribute
    where TTool : Tool;

/// <summary>The step writes to this tool.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class WritesAttribute<TTool> : Attribute
    where TTool : Tool
{
    /// <summary>A write that says nothing about where it can hurt.</summary>
    public WritesAttribute()
    {
    }

    /// <summary>A write that says where it can hurt.</summary>
    /// <param name="impact">Where; <see cref="Impact.None"/> says nowhere.</param>
    public WritesAttribute(Impact impact) => Impact = impact;

    /// <summary>Where the write can hurt.</summary>
    public Impact Impact { get; }

    /// <summary>The write can't be taken back.</summary>
    public bool Irreversible { get; set; }
}

/// <summary>What must be ticked to complete the step; on the class, what a good result looks like.</summary>
/// <param name="items">One line each.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class ChecklistAttribute(params string[] items) : Attribute
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Items { get; } = items;
}

/// <summary>Every n-th output of the step goes to a person afterwards.</summary>
/// <typeparam name="TRole">Who looks at it.</typeparam>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SpotCheckAttribute<TRole> : Attribute
    where TRole : Role
{
    /// <summary>One in how many outputs is looked at.</summary>
    public int OneIn { get; set; }
}
