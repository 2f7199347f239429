using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>What one body does, as far as rules ask about it. Code that does not compile yet does nothing.</summary>
internal sealed class BodyFacts
{
    /// <summary>A body that does nothing.</summary>
    public static BodyFacts None { get; } = new();

    /// <summary>The methods of this project that it calls or hands on.</summary>
    public List<BodyCall> Calls { get; } = [];

    /// <summary>The fields and properties whose delegates it takes, and so may call.</summary>
    public List<KeptCode> Kept { get; } = [];

    /// <summary>The static members that it reads, and the members of its own object or of one that it made.</summary>
    public List<MemberRead> Reads { get; } = [];

    /// <summary>The steps that it calls or hands on.</summary>
    public List<StepCallUse> Steps { get; } = [];

    /// <summary>The methods of what it was given that it calls or hands on, where these may be steps.</summary>
    public List<GivenCall> Given { get; } = [];

    /// <summary>The AI clients that it works with.</summary>
    public List<AiUse> Ai { get; } = [];

    /// <summary>The services of its object that it works with.</summary>
    public List<ServiceUse> Services { get; } = [];

    /// <summary>What it keeps for longer than the call, and what it reads of that.</summary>
    public List<StoreUse> Stores { get; } = [];

    /// <summary>What makes its result depend on more than its parameters.</summary>
    public List<ImpureUse> Impure { get; } = [];
}

/// <summary>A call of a method of this project.</summary>
/// <param name="Target">The method.</param>
/// <param name="Node">The call.</param>
/// <param name="HasRunData">It gives the method data of the run.</param>
/// <param name="OnKept">The method works on an object that outlives the call: this object, one of its services, or a static one.</param>
/// <param name="OnStatic">The method works on an object that a static member holds.</param>
internal sealed record BodyCall(IMethodSymbol Target, SyntaxNode Node, bool HasRunData, bool OnKept, bool OnStatic)
{
    /// <summary>The method works on the object itself, so a class that derives from it may have another one in its place.</summary>
    public bool OnThis { get; init; }

    /// <summary>It is the method of the base class, whatever a class has in its place: <c>base.Send(…)</c>.</summary>
    public bool IsOfBase { get; init; }

    /// <summary>The texts among the arguments that the code says, by the number of their parameter.</summary>
    public IReadOnlyList<(int Ordinal, string Text)> Texts { get; init; } = [];

    /// <summary>What may be an SOP among the arguments.</summary>
    public IReadOnlyList<GivenSop> Sops { get; init; } = [];
}

/// <summary>An argument that may be an SOP.</summary>
/// <param name="Ordinal">The number of the parameter that takes it.</param>
/// <param name="Sop">The class of the SOP; null where the argument is a parameter that may be one.</param>
/// <param name="From">That parameter.</param>
/// <param name="IsThis">It is the object itself.</param>
internal sealed record GivenSop(int Ordinal, INamedTypeSymbol? Sop, IParameterSymbol? From, bool IsThis);

/// <summary>A call of a method that a parameter has, and that may be a step of the SOP that is given for it.</summary>
/// <param name="Method">The method, of an interface or of a base class.</param>
/// <param name="On">The parameter.</param>
/// <param name="Node">The call.</param>
internal sealed record GivenCall(IMethodSymbol Method, IParameterSymbol On, SyntaxNode Node);

/// <summary>Code that a field or property of this project holds.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Node">Where it is taken.</param>
/// <param name="OnKept">The member is one of an object that outlives the call.</param>
internal sealed record KeptCode(ISymbol Member, SyntaxNode Node, bool OnKept);

/// <summary>A read of a member that may begin with something.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Node">Where it is read.</param>
internal sealed record MemberRead(ISymbol Member, SyntaxNode Node);

/// <summary>A step that a body starts by itself.</summary>
/// <param name="Kind">What it starts.</param>
/// <param name="Name">The method: <c>Send</c>.</param>
/// <param name="Node">The call.</param>
internal sealed record StepCallUse(StepCallKind Kind, string Name, SyntaxNode Node);

/// <summary>What a body starts by itself.</summary>
internal enum StepCallKind
{
    /// <summary>A step.</summary>
    Step,

    /// <summary>Whoever performs a step.</summary>
    Performer,

    /// <summary>A machine or a dispatcher.</summary>
    Machine,
}

/// <summary>An AI that a body works with.</summary>
/// <param name="Client">The type of the client, or the address of the service.</param>
/// <param name="Node">Where.</param>
/// <param name="IsStored">It is only put into a field.</param>
internal sealed record AiUse(string Client, SyntaxNode Node, bool IsStored);

/// <summary>A service that a body works with.</summary>
/// <param name="Key">Which service: its type, or the member that holds it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Method">What the body calls; null when it only hands the service on.</param>
/// <param name="Node">Where.</param>
internal sealed record ServiceUse(string Key, ITypeSymbol Type, IMethodSymbol? Method, SyntaxNode Node)
{
    /// <summary>The call returns no value, so it is made for what it does.</summary>
    public bool IsForEffect => BodyOperations.IsForEffect(Method);

    /// <summary>The type of the service from which its type derives, and whose method is called; null where its type has the method itself.</summary>
    public ITypeSymbol? Base { get; init; }

    /// <summary>
    /// It does not tell with what a body works, because something else does: an object from which the body only takes a service, or what another service hands out.
    /// </summary>
    public bool IsAside { get; init; }

    /// <summary>Both work with the same service.</summary>
    public bool IsSame(ServiceUse other) => Key == other.Key || Is(Base, other.Type) || Is(other.Base, Type) || Is(Base, other.Base);

    private static bool Is(ITypeSymbol? one, ITypeSymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one, other);
}

/// <summary>Something that outlives a call, and that a body writes or reads.</summary>
/// <param name="Key">What it is, so that two bodies can mean the same.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Kind">Where it is.</param>
/// <param name="Access">What the body does with it.</param>
/// <param name="HasRunData">It writes data of the run.</param>
/// <param name="Node">Where.</param>
internal sealed record StoreUse(string Key, string Name, StoreKind Kind, StoreAccess Access, bool HasRunData, SyntaxNode Node)
{
    /// <summary>The parameter that names the place, or a part of its name.</summary>
    public IParameterSymbol? NamedBy { get; init; }

    /// <summary>It only fills in what is missing.</summary>
    public bool IsLazy { get; init; }

    /// <summary>The body puts something into it.</summary>
    public bool IsWrite => (Access & (StoreAccess.Write | StoreAccess.Assign)) != StoreAccess.None;

    /// <summary>The body takes from it.</summary>
    public bool IsRead => Access.HasFlag(StoreAccess.Read);
}

/// <summary>Where a store is.</summary>
internal enum StoreKind
{
    /// <summary>A field or property of the object itself.</summary>
    Own,

    /// <summary>A static field or property, or another place of the process.</summary>
    Static,

    /// <summary>A file, or a service that keeps what it is given.</summary>
    Outside,
}

/// <summary>What a body does with a store.</summary>
[Flags]
internal enum StoreAccess
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It takes from it.</summary>
    Read = 1,

    /// <summary>It puts something into it.</summary>
    Write = 2,

    /// <summary>It replaces it as a whole.</summary>
    Assign = 4,
}

/// <summary>Something that makes a result depend on more than the parameters, or that does more than return it.</summary>
/// <param name="What">What the body does, as a message says it: <c>reads the clock</c>.</param>
/// <param name="Source">With what: <c>DateTime.Now</c>.</param>
/// <param name="IsCertain">Nothing else is possible.</param>
/// <param name="Node">Where.</param>
internal sealed record ImpureUse(string What, string Source, bool IsCertain, SyntaxNode Node)
{
    /// <summary>With what kind of thing.</summary>
    public ImpureKind Kind { get; init; }

    /// <summary>The method that does it; null for what is no method.</summary>
    public IMethodSymbol? Method { get; init; }

    /// <summary>It talks to another machine.</summary>
    public bool IsOutside => Kind == ImpureKind.Outside;
}

/// <summary>What a body works with besides its parameters.</summary>
internal enum ImpureKind
{
    /// <summary>Something of this machine.</summary>
    Here,

    /// <summary>Another machine.</summary>
    Outside,

    /// <summary>Something that outlives the call.</summary>
    Store,

    /// <summary>A value that it was given.</summary>
    Parameter,
}
