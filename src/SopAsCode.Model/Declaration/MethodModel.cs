using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>What a step's method returns.</summary>
public enum ReturnShape
{
    /// <summary>A task without a result.</summary>
    Task,

    /// <summary>A task with a result.</summary>
    TaskOfResult,

    /// <summary>A value task without a result.</summary>
    ValueTask,

    /// <summary>A value task with a result.</summary>
    ValueTaskOfResult,

    /// <summary>Nothing.</summary>
    Void,

    /// <summary>Something else, most often the value itself.</summary>
    Other,
}

/// <summary>The signature of a step's method, exactly as the generated part of the method must repeat it.</summary>
public sealed record MethodModel
{
    /// <summary>Accessibility and other modifiers, as generated code repeats them: <c>public partial</c>.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The return type, fully qualified, with nullability.</summary>
    public required string ReturnType { get; init; }

    /// <summary>The shape of the return type.</summary>
    public required ReturnShape Returns { get; init; }

    /// <summary>The value inside the task; null when there is none.</summary>
    public TypeUse? Result { get; init; }

    /// <summary>The parts of the value, if it is a tuple.</summary>
    public EquatableArray<TypeUse> Elements { get; init; }

    /// <summary>The parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Type parameters with their list, or empty: <c>&lt;T&gt;</c>.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>The constraints of the type parameters, or empty: <c>where T : class</c>.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>It is marked <c>async</c>.</summary>
    public bool IsAsync { get; init; }

    /// <summary>It is partial and returns something, but says nothing about who may call it, so the compiler accepts no body.</summary>
    public bool LacksAccess { get; init; }

    /// <summary>It is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>A partial method without a body.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The team wrote the body of a partial method itself.</summary>
    public bool HasOwnImplementation { get; init; }

    /// <summary>Neither partial nor with a body: abstract or extern.</summary>
    public bool HasNoBody { get; init; }

    /// <summary>A type in it does not exist, so the generated part can't be written.</summary>
    public bool HasUnknownTypes { get; init; }

    /// <summary>The generator writes its body.</summary>
    public bool NeedsBody => IsPartial && !HasOwnImplementation && !HasUnknownTypes && !LacksAccess;
}

/// <summary>The purpose of a parameter.</summary>
public enum ParameterRole
{
    /// <summary>It asks for a value of the run.</summary>
    Value,

    /// <summary>It ends the step early.</summary>
    Cancellation,

    /// <summary>It tells the step about its run.</summary>
    Context,

    /// <summary>It tells a time when the step began.</summary>
    Began,
}

/// <summary>A parameter of a step or condition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Prefix">The modifiers before the type: <c>ref</c>, <c>params</c>; empty for most parameters.</param>
public sealed record ParameterModel(string Name, TypeUse Type, ParameterRole Role, string Prefix)
{
    /// <summary>A checkpoint shows it for context, and does not ask to approve it.</summary>
    public bool IsShownOnly { get; init; }
}

/// <summary>A type where it is used.</summary>
/// <param name="Key">The fully qualified name by which values are found; uses that are the same type at run time have the same key.</param>
/// <param name="Name">As generated code writes it for a value that exists: with nullable marks inside the type, but none on the type itself.</param>
/// <param name="Short">As people write it: <c>Ticket</c>.</param>
/// <param name="IsNullable">It may be null.</param>
/// <param name="IsValueType">A struct or enum.</param>
/// <param name="CanBeData">It is not a pointer, a ref struct or a type parameter.</param>
/// <param name="IsUnknown">It, or a part of it, does not exist. The compiler reports this, and rules report nothing about it.</param>
public sealed record TypeUse(string Key, string Name, string Short, bool IsNullable, bool IsValueType, bool CanBeData, bool IsUnknown)
{
    /// <summary>It comes from code without nullable annotations, so it is unknown whether it may be null.</summary>
    public bool IsOblivious { get; init; }

    /// <summary>Code outside its class and file can name it and all types inside it.</summary>
    public bool CanBeNamed { get; init; } = true;

    /// <summary>The name with the nullable mark.</summary>
    public string Annotated => IsNullable ? Name + "?" : Name;

    /// <summary>The key as data shows it: without <c>global::</c>.</summary>
    public string Plain => Key.Replace("global::", "");
}
