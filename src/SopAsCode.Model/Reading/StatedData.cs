using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>Reads how sensitive a type or a member is, as the source states it: there, or where the type or member comes from.</summary>
internal static class StatedData
{
    /// <summary>The class that a type states; else that of its nearest base class.</summary>
    public static DataClass? Of(ITypeSymbol type) => DataReader.WithBases(type).Select(current => ClassOf(AttributeReading.AllOn(current, default))).FirstOrDefault(stated => stated is not null);

    /// <summary>
    /// The class that a member of a type states: itself, or where it comes from. A property that only passes on another one is as sensitive as that. A member
    /// of a base class that says more than the type does is as sensitive as the base class says.
    /// </summary>
    public static DataClass? OfMember(ITypeSymbol type, ISymbol member) => Stated(type, member) ?? Max(PassedOn(type, member), OfHome(type, member));

    /// <summary>Whether a property of a type has an attribute of the language.</summary>
    public static bool Has(ITypeSymbol type, IPropertySymbol property, string word) => AllOn(type, property).Exists(attribute => attribute.Word == word);

    private static DataClass? Stated(ITypeSymbol type, ISymbol member)
    {
        for (var current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (ClassOf(AllOn(type, current)) is { } stated)
            {
                return stated;
            }
        }

        return type.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(member.Name).OfType<IPropertySymbol>())
            .Select(declared => ClassOf(AttributeReading.AllOn(declared, default)))
            .Max();
    }

    // An attribute before a positional parameter of a record belongs to the parameter, not to the property.
    private static List<AttributeReading> AllOn(ITypeSymbol type, ISymbol member) =>
    [
        .. AttributeReading.AllOn(member, default),
        .. ParametersOf(type, member.Name).Concat(SymbolEqualityComparer.Default.Equals(type, member.ContainingType) ? [] : ParametersOf(member.ContainingType, member.Name))
            .SelectMany(parameter => AttributeReading.AllOn(parameter, default)),
    ];

    private static DataClass? OfHome(ITypeSymbol type, ISymbol member)
    {
        if (member.ContainingType is not { } home || SymbolEqualityComparer.Default.Equals(home, type))
        {
            return null;
        }

        var above = Of(home);
        return above > Of(type) ? above : null;
    }

    private static DataClass? PassedOn(ITypeSymbol type, ISymbol member)
    {
        if (member is not IPropertySymbol { SetMethod: null } || member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax declared)
        {
            return null;
        }

        // It has a getter, and nothing else.
        var getter = declared.AccessorList?.Accessors[0];
        var value = (declared.ExpressionBody ?? getter?.ExpressionBody)?.Expression ?? (getter?.Body?.Statements.FirstOrDefault() as ReturnStatementSyntax)?.Expression;
        return value is null ? null : PartsOf(value)
            .SelectMany(name => DataReader.WithBases(type).SelectMany(current => current.GetMembers(name)))
            .Where(other => other is IPropertySymbol or IFieldSymbol && !SymbolEqualityComparer.Default.Equals(other, member))
            .Select(other => Stated(type, other) ?? OfHome(type, other))
            .Max();
    }

    // The members of its own class whose whole text is in a value. What is calculated from them is not followed.
    private static IEnumerable<string> PartsOf(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } own => [own.Name.Identifier.ValueText],
        ParenthesizedExpressionSyntax inner => PartsOf(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => PartsOf(inner.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } both => PartsOf(both.Left).Concat(PartsOf(both.Right)),
        ConditionalExpressionSyntax choice => PartsOf(choice.WhenTrue).Concat(PartsOf(choice.WhenFalse)),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().SelectMany(part => PartsOf(part.Expression)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Trim" or "ToUpperInvariant" or "ToLowerInvariant" } call } => PartsOf(call.Expression),
        _ => [],
    };

    private static DataClass? Max(DataClass? one, DataClass? other) => other is null || one >= other ? one : other;

    private static DataClass? ClassOf(IEnumerable<AttributeReading> attributes) => attributes
        .Where(attribute => attribute.Word == "Data")
        .Select(attribute => (DataClass?)attribute.Enum(0))
        .FirstOrDefault(dataClass => dataClass is not null);

    private static IEnumerable<IParameterSymbol> ParametersOf(ITypeSymbol type, string name) =>
        (type as INamedTypeSymbol)?.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Name == name) ?? [];
}
