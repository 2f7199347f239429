using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>
/// One attribute of the language where it is applied. In an editor half-typed attributes are normal, so everything that is
/// missing reads as unset.
/// </summary>
/// <param name="data">The attribute.</param>
/// <param name="word">Its name without "Attribute".</param>
/// <param name="site">Where it stands.</param>
/// <param name="owner">The symbol that has the attribute; needed only to read references.</param>
/// <param name="isForRules">Rules need it, so its place is read, and whether it is still being typed.</param>
internal readonly struct AttributeReading(AttributeData data, string word, DeclarationPlace site, ISymbol? owner = null, bool isForRules = true)
{
    /// <summary>Its name without "Attribute".</summary>
    public string Word => word;

    /// <summary>Where it stands; unset when no rule needs it.</summary>
    public DeclarationPlace Place => isForRules ? site : default;

    /// <summary>Rules need it, so the parts that only rules use are read too.</summary>
    public bool IsForRules => isForRules;

    /// <summary>
    /// It does not compile, because an argument is missing or names something that does not exist, such as an unknown role. The compiler reports this, and
    /// rules report nothing about it.
    /// </summary>
    public bool IsUnfinished =>
        data.AttributeConstructor is not { } constructor
        || data.ConstructorArguments.Length != constructor.Parameters.Length
        || data.AttributeClass!.TypeArguments.Any(argument => argument.TypeKind == TypeKind.Error)
        || data.ConstructorArguments.Any(IsUnknown)
        || data.NamedArguments.Any(argument => IsUnknown(argument.Value))
        || data.ApplicationSyntaxReference?.GetSyntax().ContainsDiagnostics == true;

    /// <summary>Whether a declaration has an attribute that does not compile, of the language or not, because somebody is typing it.</summary>
    public static bool IsAnyUnfinished(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is null or { TypeKind: TypeKind.Error }
        || attribute.AttributeClass.TypeArguments.Any(TypeNames.IsUnknown)
        || new AttributeReading(attribute, "", default).IsUnfinished);

    /// <summary>The attributes of the language on a symbol, with where they stand if rules ask.</summary>
    public static List<AttributeReading> AllOn(ISymbol symbol, DeclarationPlace owner, bool isForRules = true)
    {
        List<AttributeReading> all = [];
        var attributes = symbol.GetAttributes();
        for (var i = 0; i < attributes.Length; i++)
        {
            if (SopSymbols.Word(attributes[i]) is { } word)
            {
                all.Add(new(attributes[i], word, owner with { Part = PlacePart.Attribute, Index = i }, symbol, isForRules));
            }
        }

        return all;
    }

    /// <summary>A text of the constructor.</summary>
    public string? Text(int position) => Positional(position) is { Kind: TypedConstantKind.Primitive, Value: string text } ? Same(text) : null;

    /// <summary>Every text of the attribute, with its place.</summary>
    public IEnumerable<PlacedText> AllTexts()
    {
        for (var i = 0; i < data.ConstructorArguments.Length; i++)
        {
            var at = data.AttributeConstructor is { } constructor && i < constructor.Parameters.Length ? site.At(constructor.Parameters[i].Name) : site;
            foreach (var text in TextsIn(data.ConstructorArguments[i], at))
            {
                yield return text with { Word = Word };
            }
        }

        foreach (var argument in data.NamedArguments)
        {
            foreach (var text in TextsIn(argument.Value, site.At(argument.Key)))
            {
                yield return text with { Word = Word };
            }
        }
    }

    /// <summary>A text property.</summary>
    public string? Text(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? Same(text) : null;

    /// <summary>The texts of a <c>params</c> constructor.</summary>
    public EquatableArray<string> Texts(int position) =>
        Positional(position) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(value => value.Value is string text ? Same(text) : "").ToEquatableArray()
            : [];

    /// <summary>A whole number property.</summary>
    public int Number(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : 0;

    /// <summary>A whole number property; null when it is not set.</summary>
    public int? NumberIfSet(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : null;

    /// <summary>A whole number of the constructor.</summary>
    public int? Number(int position) => Positional(position) is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : null;

    /// <summary>A fractional number property; NaN when unset.</summary>
    public double Fraction(string name) =>
        Named(name) is { Kind: TypedConstantKind.Primitive, Value: double number } ? number : double.NaN;

    /// <summary>A truth property.</summary>
    public bool Truth(string name) => Named(name) is { Kind: TypedConstantKind.Primitive, Value: true };

    /// <summary>An enum value of the constructor, as a number.</summary>
    public int? Enum(int position) => Positional(position) is { Kind: TypedConstantKind.Enum, Value: int number } ? number : null;

    /// <summary>An enum property, as a number.</summary>
    public int? Enum(string name) => Named(name) is { Kind: TypedConstantKind.Enum, Value: int number } ? number : null;

    /// <summary>A type property.</summary>
    public INamedTypeSymbol? Type(string name) => AnyType(name) as INamedTypeSymbol;

    /// <summary>A type property, whatever type it names: an array, too.</summary>
    public ITypeSymbol? AnyType(string name) => Named(name) is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>A type argument of the attribute.</summary>
    public INamedTypeSymbol? TypeArgument(int position) =>
        data.AttributeClass is { } attribute && position < attribute.TypeArguments.Length ? attribute.TypeArguments[position] as INamedTypeSymbol : null;

    /// <summary>The type argument, as a role, agent, tool or stream.</summary>
    public PartyModel? Party() => TypeArgument(0) is { } type ? PartyReader.Read(type, Place, isForRules) : null;

    /// <summary>
    /// A reference to a step in the constructor. A reference that is missing or does not compile is read as a reference to nothing;
    /// if it were left out, the step would seem to fall through to the next step.
    /// </summary>
    public StepReference Step(string parameter, CancellationToken cancel) => Reference(Positional(0), parameter, cancel);

    /// <summary>A reference to a step or condition in a property; null when it is not set.</summary>
    public StepReference? Reference(string property, CancellationToken cancel) =>
        Named(property) is { } value && (IsUnknown(value) || !value.IsNull) ? Reference(value, property, cancel) : null;

    private StepReference Reference(TypedConstant? value, string argument, CancellationToken cancel)
    {
        if (value is not { Kind: TypedConstantKind.Primitive })
        {
            return new("", false, PlaceOf(argument)) { IsUnknown = true };
        }

        var (isLiteral, isUnknown) = (false, false);
        if (data.ApplicationSyntaxReference?.GetSyntax(cancel) is AttributeSyntax { ArgumentList: { } list })
        {
            foreach (var written in list.Arguments)
            {
                var isThis = written.NameEquals is { } property
                    ? property.Name.Identifier.ValueText == argument
                    : written.NameColon is { } parameter ? parameter.Name.Identifier.ValueText == argument : argument == "step";
                isLiteral |= isForRules && isThis && written.Expression.IsKind(SyntaxKind.StringLiteralExpression);
                isUnknown |= isThis && (written.ContainsDiagnostics || IsNameOfNothing(written.Expression, value.Value.Value as string, cancel));
            }
        }

        return new(value.Value.Value as string ?? "", isLiteral, PlaceOf(argument)) { IsUnknown = isUnknown };
    }

    private DeclarationPlace PlaceOf(string argument) => isForRules ? site.At(argument) : default;

    // A nameof has a value even if its name does not exist; the compiler reports the missing name.
    private bool IsNameOfNothing(ExpressionSyntax written, string? name, CancellationToken cancel)
    {
        if (name is null
            || written is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } names }
            || (owner as INamedTypeSymbol ?? owner?.ContainingType)?.GetMembers(name).IsEmpty != true
            || (owner!.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is not { } compilation
            || !compilation.ContainsSyntaxTree(written.SyntaxTree))
        {
            return false;
        }

        var named = names[0].Expression;
        var model = compilation.GetSemanticModel(written.SyntaxTree);
        var found = model.GetSymbolInfo(named, cancel);
        return found.Symbol is null && found.CandidateSymbols.IsEmpty && model.GetMemberGroup(named, cancel).IsEmpty;
    }

    // A raw literal holds the line ends of its file, and these differ between check-outs. Half of a surrogate pair is not a
    // character, and neither a file nor JSON can hold it, so it reads as the replacement character everywhere.
    private static string Same(string text) => WholeCharacters.Of(text.Replace("\r\n", "\n"));

    // For several texts in a params array, only the place of the attribute is known.
    private static IEnumerable<PlacedText> TextsIn(TypedConstant value, DeclarationPlace at) => value switch
    {
        { Kind: TypedConstantKind.Primitive, Value: string text } => [new(text, at)],
        { Kind: TypedConstantKind.Array, IsNull: false } => value.Values.SelectMany(element => TextsIn(element, at with { Argument = null })),
        _ => [],
    };

    private static bool IsUnknown(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error
        || (value is { Kind: TypedConstantKind.Array, IsNull: false } && value.Values.Any(IsUnknown));

    private TypedConstant? Positional(int position) =>
        position < data.ConstructorArguments.Length ? data.ConstructorArguments[position] : null;

    private TypedConstant? Named(string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
