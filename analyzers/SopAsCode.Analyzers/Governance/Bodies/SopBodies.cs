using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>What the code of one SOP does. Nothing is bound until a rule asks.</summary>
/// <param name="type">The class.</param>
/// <param name="code">The bodies of the compilation.</param>
/// <param name="cancel">Ends the reading early.</param>
internal sealed class SopBodies(INamedTypeSymbol type, BodyCode code, CancellationToken cancel)
{
    // A chain of calls that is longer is not read to its end.
    private const int Deepest = 8;
    private const int Most = 400;

    private static readonly string[] Endings = ["Service", "Client", "Api", "API", "Gateway", "Adapter", "Connector"];

    /// <summary>The members with code that somebody wrote, those of nested types included.</summary>
    public IReadOnlyList<BodyMember> Members => field ??= [.. Find()];

    /// <summary>What its objects are given or hold: parameters of constructors, fields and properties.</summary>
    public IReadOnlyList<HeldObject> Held => field ??= [.. FindHeld()];

    /// <summary>The steps that its code reaches through what it gives away.</summary>
    public GivenSteps Given => field ??= new(this, type, code, cancel);

    /// <summary>Whether the SOP has a member from the class from which it derives.</summary>
    public bool IsInherited(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingType, type) && BodyCode.Ancestors(type).Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, member.ContainingType.OriginalDefinition));

    /// <summary>Whether a member is one of the SOP itself.</summary>
    public bool IsOwn(ISymbol member)
    {
        for (var home = member.ContainingType; home is not null; home = home.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(home, type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this project declares it. An editor shows the code of other projects too, a build does not.</summary>
    public bool IsHere(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly);

    /// <summary>The tool of this project that a service is named after: <c>Mail</c> for <c>IMail</c>; null when there is none.</summary>
    public string? ToolOf(ITypeSymbol service) => ToolNames(service).FirstOrDefault(name => code.IsTool(name, cancel));

    /// <summary>Whether one tool is the other, or derives from it.</summary>
    public bool IsKin(PartyModel one, PartyModel other) => one.Type == other.Type || code.DerivesFrom(one.Type, other.Type) || code.DerivesFrom(other.Type, one.Type);

    /// <summary>The names of a tool that a service may be named after.</summary>
    public static IEnumerable<string> ToolNames(ITypeSymbol service)
    {
        var name = service.Name;
        if (service.TypeKind == TypeKind.Interface && name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1]))
        {
            name = name.Substring(1);
        }

        return [name, .. Endings.Where(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)).Select(ending => name.Substring(0, name.Length - ending.Length))];
    }

    /// <summary>The method of a step; null when it has no code.</summary>
    public BodyMember? Of(StepModel step) => Members.FirstOrDefault(member => member.IsMarked && member.Symbol.Name == step.Name && member.Number == step.Overload);

    /// <summary>The method of a condition; null when it has no code.</summary>
    public BodyMember? Of(ConditionModel condition) => Members.FirstOrDefault(member => member.IsMarked && member.Symbol.Name == condition.Name && member.Number == condition.Place.Overload);

    /// <summary>The members that run around the steps: what makes and ends an object, and the methods that say what to start runs for.</summary>
    public IEnumerable<BodyMember> Around(SopModel sop) => Members.Where(member => !member.IsMarked && SymbolEqualityComparer.Default.Equals(member.Symbol, member.Owner)
        && (member.IsInitial || IsEnd(member.Symbol) || IsEach(sop, member)));

    /// <summary>Whether a schedule asks the method for inputs.</summary>
    public static bool IsEach(SopModel sop, BodyMember member) =>
        member.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } && sop.Triggers.Any(trigger => trigger.Each is { Method: { IsUnknown: false } method } && method.Name == member.Symbol.Name);

    private bool IsEnd(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Destructor }
        || (member is IMethodSymbol { Parameters.Length: 0 } method && type.AllInterfaces.Any(ended => ended is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" }
            && ended.GetMembers().Any(end => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(end), method))));

    /// <summary>What a member does itself.</summary>
    public BodyFacts Own(BodyMember member) => code.Of(member.Code, cancel);

    /// <summary>The code of a member.</summary>
    public IReadOnlyList<IOperation> OperationsOf(ISymbol member) => code.OperationsOf(member, cancel);

    /// <summary>What a member does, itself first, then through the methods of this project that it calls.</summary>
    /// <param name="member">The member.</param>
    /// <param name="withImplementations">A call of an interface of this project counts as a call of the classes of this project that implement it.</param>
    public IEnumerable<ReachedBody> Reach(BodyMember member, bool withImplementations = false)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { member.Code };
        Queue<(ReachedBody Body, int Depth)> open = new([(new(code.Of(member.Code, cancel), [], null, HasRunData: true, IsKept: true, IsStatic: false), 0)]);
        while (open.Count > 0 && seen.Count < Most)
        {
            cancel.ThrowIfCancellationRequested();
            var (body, depth) = open.Dequeue();
            yield return body;
            foreach (var kept in depth < Deepest ? body.Facts.Kept : [])
            {
                if (seen.Add(kept.Member) && code.OfKept(kept.Member, cancel) is { } facts && facts != BodyFacts.None)
                {
                    open.Enqueue((new(facts, [.. body.Way, kept.Member], body.Start ?? kept.Node, body.HasRunData, body.IsKept && kept.OnKept, body.IsStatic || kept.Member.IsStatic) { From = body }, depth + 1));
                }
            }

            foreach (var call in depth < Deepest ? body.Facts.Calls : [])
            {
                foreach (var target in Targets(call.Target, withImplementations))
                {
                    // A step or condition that is called is a body of its own.
                    if (!StepCalls.IsStep(target) && seen.Add(target) && code.Of(target, cancel) is { } facts && facts != BodyFacts.None)
                    {
                        open.Enqueue((new(facts, [.. body.Way, target], body.Start ?? call.Node, body.HasRunData && call.HasRunData, body.IsKept && call.OnKept, body.IsStatic || call.OnStatic) { From = body, Call = call }, depth + 1));
                    }
                }
            }
        }
    }

    /// <summary>
    /// What the members begin with that a member of the SOP reads, itself or through others: those of objects that it makes, and static ones as far as that
    /// differs from process to process. A table that is loaded once is the same one each time.
    /// </summary>
    public IEnumerable<(ReachedBody Reached, ImpureUse Use)> Beginnings(BodyMember member)
    {
        List<ReachedBody> all = [.. Reach(member)];
        HashSet<ISymbol> made = new(SymbolEqualityComparer.Default);
        foreach (var constructor in all.SelectMany(body => body.Facts.Calls).Select(call => call.Target).Where(target => target.MethodKind == MethodKind.Constructor))
        {
            for (var of = constructor.ContainingType; of is not null && made.Add(of.OriginalDefinition); of = of.BaseType)
            {
            }
        }

        foreach (var body in all)
        {
            foreach (var read in body.Facts.Reads.Where(read => read.Member.IsStatic || made.Contains(read.Member.ContainingType)))
            {
                var facts = code.OfBeginning(read.Member, cancel);
                foreach (var use in facts.Impure.Where(use => !read.Member.IsStatic || KnownCode.IsChance(use.What)))
                {
                    yield return (body with { Facts = facts, Way = [.. body.Way, read.Member], Start = body.Start ?? read.Node }, use);
                }
            }
        }
    }

    /// <summary>The place of code of the SOP.</summary>
    public static DeclarationPlace PlaceOf(BodyMember member, SyntaxNode node)
    {
        var declared = BodyCode.Declarations(member.Owner).FirstOrDefault(declared => declared.SyntaxTree == node.SyntaxTree && declared.Span.Contains(node.Span));
        return declared is null ? new(member.Owner.Name) : new(member.Owner.Name, member.Index, PlacePart.Body, node.SpanStart - declared.Span.Start) { Piece = node.ToString() };
    }

    /// <summary>The way from a member to what it does, for messages: <c>Tidy → Mailing.Send</c>.</summary>
    public string Way(BodyMember member, ReachedBody reached, string? end = null) => Way(member, reached.Way, end);

    /// <summary>The same of members that are known.</summary>
    public string Way(BodyMember member, IEnumerable<ISymbol> way, string? end) => string.Join(" → ", [member.Name, .. way.Select(NameOf), .. end is null ? Array.Empty<string>() : [end]]);

    /// <summary>The name of a member in messages: with its type, unless that is the SOP.</summary>
    public string NameOf(ISymbol member)
    {
        var name = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {member.ContainingType.Name}",
            IMethodSymbol { MethodKind: MethodKind.Conversion } => $"conversion of {member.ContainingType.Name}",
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => $"operator of {member.ContainingType.Name}",
            IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
            _ => member.Name,
        };
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Conversion or MethodKind.UserDefinedOperator } || SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? name : $"{member.ContainingType.Name}.{name}";
    }

    private IEnumerable<IMethodSymbol> Targets(IMethodSymbol method, bool withImplementations) =>
        withImplementations && method is { IsAbstract: true } ? code.Implementations(method) : [method];

    private IEnumerable<BodyMember> Find()
    {
        Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            indexes.TryGetValue(member.Name, out var index);
            indexes[member.Name] = index + 1;
            var isMarked = member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && SopSymbols.IsMarked(method);
            numbers.TryGetValue(member.Name, out var number);
            numbers[member.Name] = isMarked ? number + 1 : number;
            foreach (var own in member is INamedTypeSymbol nested ? Inside(nested) : [member])
            {
                if (!own.IsImplicitlyDeclared && own is (IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IFieldSymbol) && BodyCode.Declarations(own).Any(declared => !ClassReader.IsGenerated(own, declared.SyntaxTree)))
                {
                    yield return new(own, member, index, isMarked, number);
                }
            }
        }
    }

    private IEnumerable<HeldObject> FindHeld()
    {
        foreach (var member in Members)
        {
            var held = member.Symbol switch
            {
                IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Select(parameter => ((ISymbol)parameter, parameter.Type)),
                IFieldSymbol field => [(field, field.Type)],
                IPropertySymbol property => [(property, property.Type)],
                _ => [],
            };
            foreach (var (symbol, of) in held)
            {
                if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is { } declared)
                {
                    yield return new(member, of, declared);
                }
            }
        }
    }

    private static IEnumerable<ISymbol> Inside(INamedTypeSymbol nested) => SopSymbols.IsSop(nested) ? [] : nested.GetMembers().SelectMany(member => member is INamedTypeSymbol inner ? Inside(inner) : [member]);
}

/// <summary>A member of an SOP with code.</summary>
/// <param name="Symbol">The member that has the code.</param>
/// <param name="Owner">The member of the SOP: the same, or the type in which it is.</param>
/// <param name="Index">The number of the owner among the members of that name.</param>
/// <param name="IsMarked">It is a step or a condition.</param>
/// <param name="Number">The number of the owner among the marked methods of that name.</param>
internal sealed record BodyMember(ISymbol Symbol, ISymbol Owner, int Index, bool IsMarked, int Number)
{
    /// <summary>The symbol by which its code is known.</summary>
    public ISymbol Code => Symbol;

    /// <summary>It makes the object.</summary>
    public bool IsConstructor => Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    /// <summary>It runs while an object is made.</summary>
    public bool IsInitial => IsConstructor || Symbol is IFieldSymbol or IPropertySymbol;

    /// <summary>What messages call it.</summary>
    public string Name => IsConstructor ? "the constructor" : Symbol.Name;
}

/// <summary>A body that a member of an SOP runs.</summary>
/// <param name="Facts">What it does.</param>
/// <param name="Way">The members on the way to it; empty for the member itself.</param>
/// <param name="Start">The call in the member with which the way begins; null for the member itself.</param>
/// <param name="HasRunData">Each call on the way gives it data of the run.</param>
/// <param name="IsKept">Each call on the way is one of an object that outlives the call.</param>
/// <param name="IsStatic">A call on the way is one of an object that a static member holds.</param>
internal sealed record ReachedBody(BodyFacts Facts, IReadOnlyList<ISymbol> Way, SyntaxNode? Start, bool HasRunData, bool IsKept, bool IsStatic)
{
    /// <summary>The body that calls it; null for the member itself.</summary>
    public ReachedBody? From { get; init; }

    /// <summary>The call of that body; null where it takes a delegate.</summary>
    public BodyCall? Call { get; init; }

    /// <summary>It runs when the member runs, and not only when somebody calls a delegate that the member makes or takes.</summary>
    public bool IsAtOnce => From is null || (Call is not null && !BodyOperations.IsLater(Call.Node) && From.IsAtOnce);

    /// <summary>Where something that the body does is in the member.</summary>
    public SyntaxNode At(SyntaxNode node) => Start ?? node;
}

/// <summary>Something that the objects of an SOP are given or hold.</summary>
/// <param name="Owner">The member that has it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Declared">Where it is declared.</param>
internal sealed record HeldObject(BodyMember Owner, ITypeSymbol Type, SyntaxNode Declared);
