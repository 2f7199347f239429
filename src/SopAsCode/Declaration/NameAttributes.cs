namespace SopAsCode;

/// <summary>What people call a role, agent, tool or value stream. Without it: the class name, in words.</summary>
/// <param name="title">The name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TitleAttribute(string title) : Attribute
{
    /// <summary>The name.</summary>
    public string Title { get; } = title;
}

/// <summary>The model an agent uses, with its date, so that a change of model is a change of the declaration.</summary>
/// <param name="name">The model's exact name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(string name) : Attribute
{
    /// <summary>The model's exact name.</summary>
    public string Name { get; } = name;
}

/// <summary>A link: a tool's login, a folder, a template.</summary>
/// <param name="title">What it leads to.</param>
/// <param name="url">The address.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LinkAttribute(string title, string url) : Attribute
{
    /// <summary>What it leads to.</summary>
    public string Title { get; } = title;

    /// <summary>The address.</summary>
    public string Url { get; } = url;
}

/// <summary>How sensitive a record, or one of its properties, is.</summary>
/// <param name="dataClass">The class of the data.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class DataAttribute(DataClass dataClass) : Attribute
{
    /// <summary>The class of the data.</summary>
    public DataClass Class { get; } = dataClass;
}
