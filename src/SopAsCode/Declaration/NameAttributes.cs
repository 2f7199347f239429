namespace SopAsCode;

/// <summary>What people call a role, agent, tool or value stream. Without this attribute it is the class name, in words.</summary>
/// <param name="title">The name.</param>
/// <example>
/// <code><![CDATA[
/// [Title("Customer success lead")]
/// public sealed class CustomerSuccessLead : Role;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TitleAttribute(string title) : Attribute
{
    /// <summary>The name.</summary>
    public string Title { get; } = title;
}

/// <summary>The model an agent uses, with its date, so that a change of model changes the declaration.</summary>
/// <param name="name">The model's exact name.</param>
/// <example>
/// <code><![CDATA[
/// [Model("gpt-5-mini-2026-08-07"), Provider("Our tenant")]
/// public sealed class TicketSorter : Agent;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(string name) : Attribute
{
    /// <summary>The model's exact name.</summary>
    public string Name { get; } = name;
}

/// <summary>A link: a tool's login, a folder, a template, a file of the repository.</summary>
/// <param name="title">What it leads to.</param>
/// <param name="url">The address, or the path of a file from the page. The build reports a path at which there is nothing.</param>
/// <example>
/// <code><![CDATA[
/// [Link("Queue", "https://helpdesk.example.com/queue")]
/// public sealed class TicketQueue : Tool;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LinkAttribute(string title, string url) : Attribute
{
    /// <summary>What it leads to.</summary>
    public string Title { get; } = title;

    /// <summary>The address.</summary>
    public string Url { get; } = url;
}

/// <summary>How sensitive a record, or one of its properties, is.</summary>
/// <param name="dataClass">The class of the data.</param>
/// <example>
/// <code><![CDATA[
/// [Data(DataClass.Internal)]
/// public sealed record Lead(string Company, [property: Data(DataClass.Personal)] string Contact);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class DataAttribute(DataClass dataClass) : Attribute
{
    /// <summary>The class of the data.</summary>
    public DataClass Class { get; } = dataClass;
}

/// <summary>Who runs the model of an agent.</summary>
/// <param name="name">The provider's name.</param>
/// <example>
/// <code><![CDATA[
/// [Model("gpt-5-mini-2026-08-07"), Provider("Our tenant")]
/// public sealed class TicketSorter : Agent;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProviderAttribute(string name) : Attribute
{
    /// <summary>The provider's name.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Where writes to this tool can hurt, and to the tools that derive from it and do not say it themselves. A rule reports a write to it that names no impact.
/// <see cref="Impact.None"/> says once that all writes to this tool are harmless.
/// </summary>
/// <param name="impact">Where.</param>
/// <example>
/// <code><![CDATA[
/// [Touches(Impact.Money)]
/// public sealed class BankPortal : Tool;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TouchesAttribute(Impact impact) : Attribute
{
    /// <summary>Where.</summary>
    public Impact Impact { get; } = impact;
}

/// <summary>The highest class of data that is in this tool, and in the tools that derive from it and do not say it themselves.</summary>
/// <param name="dataClass">The class.</param>
/// <example>
/// <code><![CDATA[
/// [Holds(DataClass.Confidential)]
/// public sealed class ContractArchive : Tool;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsAttribute(DataClass dataClass) : Attribute
{
    /// <summary>The class.</summary>
    public DataClass Class { get; } = dataClass;
}

/// <summary>What this tool, and each tool that derives from it, passes to another one by itself.</summary>
/// <typeparam name="TTool">The other tool.</typeparam>
/// <param name="what">What is passed.</param>
/// <example>
/// <code><![CDATA[
/// [Feeds<Helpdesk>("The order of the customer", Via = "webhook")]
/// public sealed class Shop : Tool;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FeedsAttribute<TTool>(string what) : Attribute
    where TTool : Tool
{
    /// <summary>What is passed.</summary>
    public string What { get; } = what;

    /// <summary>How the two are connected: "nightly export", "webhook".</summary>
    public string? Via { get; set; }
}

/// <summary>Marks the property of an input by which an event from outside finds its run.</summary>
/// <example>
/// <code><![CDATA[
/// public sealed record Order([property: Key] string Number, string Customer);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class KeyAttribute : Attribute;
