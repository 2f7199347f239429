using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// A grant in the source. No type declares a grant, so rules about grants read their syntax; the model of an SOP holds the grants of that SOP.
/// </summary>
internal sealed class GrantContext
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancel;
    private readonly IReadOnlyList<ITypeSymbol> _types;
    private readonly Lazy<GrantedWrites?> _granted;

    /// <summary>Reads a grant.</summary>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="syntax">The attribute.</param>
    /// <param name="sops">The SOPs of the compilation.</param>
    /// <param name="cancel">Ends the reading early.</param>
    public GrantContext(SemanticModel model, AttributeSyntax syntax, ReadSops sops, CancellationToken cancel)
    {
        (_model, Syntax, _cancel) = (model, syntax, cancel);
        _types = AttributeOf(model, syntax, cancel)?.TypeArguments ?? [];
        _granted = new(() => Read(sops));
    }

    /// <summary>The attribute.</summary>
    public AttributeSyntax Syntax { get; }

    /// <summary>The policy that counts for the project; null when there is none.</summary>
    public PolicyModel? Policy => PolicyReader.Read(_model.Compilation.Assembly);

    /// <summary>The places of its dates.</summary>
    public IEnumerable<ExpressionSyntax> Dates => DatesOf(Syntax).Select(date => date.Expression);

    /// <summary>The arguments that are a number which stands for no value of their enum, with the enum and the number.</summary>
    public IEnumerable<(ExpressionSyntax Written, string Enum, long Number)> UnknownValues =>
        from argument in Syntax.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? []
        let type = _model.GetTypeInfo(argument, _cancel).Type
        where type is { TypeKind: TypeKind.Enum }
        let number = Model.Reading.UnknownValues.Unknown(type, ValueOf(argument).Value)
        where number is not null
        select (argument, type.Name, number.Value);

    /// <summary>What it is for, in words: <c>'SupportTriage' to write to 'Helpdesk'</c>.</summary>
    public string Of => $"'{_types[0].Name}' to write to '{_types[1].Name}'";

    /// <summary>Whether it is complete: it parses, and its types exist.</summary>
    public bool IsComplete => _types.Count == 2 && !Syntax.ContainsDiagnostics && !_types.Any(type => type is IErrorTypeSymbol);

    /// <summary>The writes that it covers; null while somebody is typing it, and for an SOP of another assembly, whose methods are not visible.</summary>
    public GrantedWrites? Granted => _granted.Value;

    /// <summary>The role that grants it, with its place; null when no role can be read.</summary>
    public (ExpressionSyntax Where, INamedTypeSymbol Role)? By =>
        Argument("By") is TypeOfExpressionSyntax by && TypeIn(by) is INamedTypeSymbol role ? (by, role) : null;

    /// <summary>Whether an attribute is a grant that compiles, under its own name or under an alias.</summary>
    public static bool IsGrant(SemanticModel model, AttributeSyntax attribute, WrittenNames names, CancellationToken cancel) =>
        names.MayBe(attribute, "Grant") && SopSymbols.IsOurs(AttributeOf(model, attribute, cancel), "GrantAttribute");

    /// <summary>The expression of one of its settings; null when the setting is missing.</summary>
    public ExpressionSyntax? Argument(string name) =>
        Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>The constant value of an expression in it; without a value when the expression is not a constant.</summary>
    public Optional<object?> ValueOf(ExpressionSyntax written) => _model.GetConstantValue(written, _cancel);

    /// <summary>The type that a <c>typeof</c> in it names.</summary>
    public ITypeSymbol? TypeIn(TypeOfExpressionSyntax named) => _model.GetTypeInfo(named.Type, _cancel).Type;

    /// <summary>Whether an expression in it does not compile.</summary>
    public bool IsUnknown(ExpressionSyntax written) => _model.GetTypeInfo(written, _cancel).Type is IErrorTypeSymbol;

    /// <summary>
    /// A finding about it. Its message starts with the description of the grant: <c>The grant for 'SupportTriage' to write to 'Helpdesk'</c>.
    /// </summary>
    public PlacedFinding Find(string rule, SyntaxNode where, string message, Fix? fix = null)
    {
        return new(rule, where.GetLocation(), $"The grant for {Of} {message}", fix);
    }

    private static IEnumerable<AttributeArgumentSyntax> DatesOf(AttributeSyntax grant) =>
        grant.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText is "On" or "Until") ?? [];

    private static INamedTypeSymbol? AttributeOf(SemanticModel model, AttributeSyntax attribute, CancellationToken cancel) => model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType;

    private GrantedWrites? Read(ReadSops sops)
    {
        if (_types.Count != 2
            || Syntax.ContainsDiagnostics
            || _types[0] is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || _types[1] is not INamedTypeSymbol { TypeKind: TypeKind.Class } tool
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _model.Compilation.Assembly) || !SopSymbols.IsSop(type)
            || Syntax.ArgumentList?.Arguments.FirstOrDefault(IsImpact)?.Expression is not { } impact
            || ValueOf(impact) is not { HasValue: true, Value: int value })
        {
            return null;
        }

        return new(type, sops.Of(type, _cancel), tool, impact, WriteWords.Known((Impact)value));
    }

    private static bool IsImpact(AttributeArgumentSyntax argument) =>
        argument.NameEquals is null && (argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == "impact");
}

/// <summary>The writes that a grant covers, with the SOP that does them.</summary>
/// <param name="Type">The class of the SOP.</param>
/// <param name="Flow">Its flow.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Where">Where the impact is written.</param>
/// <param name="Impact">Where writes may hurt.</param>
internal sealed record GrantedWrites(INamedTypeSymbol Type, FlowGraph Flow, INamedTypeSymbol Tool, ExpressionSyntax Where, Impact Impact)
{
    /// <summary>What the SOP declares.</summary>
    public SopModel Sop => Flow.Sop;
}
