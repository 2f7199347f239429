using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// A record in place of a plain value: its declaration after the SOP, its name in signatures, and its property in prompts and bodies.
/// If one of these can't be changed without the author, there is no such fix.
/// </summary>
internal sealed class RecordText
{
    private readonly FixPlace _place;
    private readonly ClassDeclarationSyntax _type;
    private readonly ITypeSymbol _bare;
    private readonly SopModel _sop;
    private readonly List<MethodDeclarationSyntax> _methods;
    private readonly string _property;

    private RecordText(FixPlace place, ClassDeclarationSyntax type, INamedTypeSymbol symbol, ITypeSymbol bare, SopModel sop, List<MethodDeclarationSyntax> methods)
    {
        (_place, _type, _bare, _sop, _methods) = (place, type, bare, sop, methods);
        Name = FreeName(symbol);
        var wanted = bare.SpecialType is SpecialType.System_String ? "Text" : "Value";
        _property = Name == wanted ? "Content" : wanted;
    }

    /// <summary>The name of the record.</summary>
    public string Name { get; }

    /// <summary>Prepares the record; null when the change would need edits that this fix can't make.</summary>
    public static RecordText? Of(FixPlace place, ClassDeclarationSyntax type, INamedTypeSymbol symbol, string bare, CancellationToken cancel)
    {
        var declarations = symbol.DeclaringSyntaxReferences.Where(reference => !SopSymbols.IsGenerated(reference.SyntaxTree)).ToList();
        if (declarations.Count != 1 || declarations[0].GetSyntax(cancel) != type || type.CloseBraceToken.IsMissing || type.CloseBraceToken.IsKind(SyntaxKind.None))
        {
            return null;
        }

        var sop = new ProjectTexts(place.Document.Project.AnalyzerOptions).Join(SopReader.Read(symbol, cancel));
        if (sop.Steps.Any(step => IsHandedOver(step, bare) || (step.Method.HasOwnImplementation && Uses(step.Method, bare))) || (sop.Input?.Key == bare && IsTarget(place, symbol, cancel)))
        {
            return null;
        }

        var methods = type.Members.OfType<MethodDeclarationSyntax>().Where(method => place.Model.GetDeclaredSymbol(method, cancel) is { } declared && SopSymbols.IsMarked(declared)).ToList();
        return TypeOf(symbol, methods, place, bare, cancel) is { } found ? new(place, type, symbol, found, sop, methods) : null;
    }

    /// <summary>The changes; null when a body uses the value in a form that only the plain value allows.</summary>
    public IReadOnlyList<TextEdit>? Edits(CancellationToken cancel)
    {
        List<TextEdit> edits = [];
        foreach (var written in BaseArguments().Concat(_methods.SelectMany(method => method.ParameterList.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType)).OfType<TypeSyntax>()))
        {
            edits.AddRange(TypesIn(written, cancel).Select(found => Edit(found.Span, Name)));
        }

        foreach (var method in _methods)
        {
            if (OfMethod(method, cancel) is not { } inside)
            {
                return null;
            }

            edits.AddRange(inside);
        }

        edits.Add(Declaration());
        return edits;
    }

    private static bool Uses(MethodModel method, string bare) => method.Result?.Key == bare || method.Parameters.Any(parameter => parameter.Type.Key == bare);

    // Another SOP would also have to change.
    private static bool IsHandedOver(StepModel step, string bare) =>
        step.Handoffs.Any(handoff => handoff.Target.Input?.Key == bare || handoff.Result?.Key == bare || step.Method.Result?.Key == bare);

    private static bool IsTarget(FixPlace place, INamedTypeSymbol symbol, CancellationToken cancel) => place.Model.Compilation.SyntaxTrees
        .Where(tree => !SopSymbols.IsGenerated(tree))
        .SelectMany(tree => tree.GetRoot(cancel).DescendantNodes().OfType<AttributeSyntax>())
        .Any(attribute => attribute.Name.ToString() is var name && name.Contains("Handoff") && name.Contains(symbol.Name));

    private static ITypeSymbol? TypeOf(INamedTypeSymbol symbol, List<MethodDeclarationSyntax> methods, FixPlace place, string bare, CancellationToken cancel) => methods
        .SelectMany(method => method.ParameterList.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType))
        .OfType<TypeSyntax>()
        .Concat(symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel)).OfType<ClassDeclarationSyntax>()
            .Where(declaration => declaration.SyntaxTree == place.Root.SyntaxTree)
            .SelectMany(declaration => declaration.BaseList?.Types.Select(written => written.Type) ?? []))
        .SelectMany(written => written.DescendantNodesAndSelf().OfType<TypeSyntax>())
        .Select(written => place.Model.GetTypeInfo(written, cancel).Type)
        .FirstOrDefault(type => type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == bare);

    private IEnumerable<TypeSyntax> BaseArguments() => _type.BaseList is { } bases
        ? bases.Types.SelectMany(written => written.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Take(1)).SelectMany(name => name.TypeArgumentList.Arguments)
        : [];

    // The uses of the value itself: nullable or not, inside a task, or beside others in a tuple. Uses as a part of another type do not count.
    private IEnumerable<TypeSyntax> TypesIn(TypeSyntax written, CancellationToken cancel) => written switch
    {
        NullableTypeSyntax nullable => TypesIn(nullable.ElementType, cancel),
        TupleTypeSyntax tuple => tuple.Elements.SelectMany(element => TypesIn(element.Type, cancel)),
        QualifiedNameSyntax { Right: GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } task } => TypesIn(task, cancel),
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } arguments } => TypesIn(arguments[0], cancel),
        _ when SymbolEqualityComparer.Default.Equals(_place.Model.GetTypeInfo(written, cancel).Type, _bare) => [written],
        _ => [],
    };

    private List<TextEdit>? OfMethod(MethodDeclarationSyntax method, CancellationToken cancel)
    {
        List<TextEdit> edits = [];
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (body is not null && TypesIn(method.ReturnType, cancel).Any())
        {
            return null;
        }

        foreach (var parameter in method.ParameterList.Parameters.Where(parameter => parameter.Type is { } type && TypesIn(type, cancel).Any()))
        {
            if (parameter.Default is not null
                || (body is not null && !AddReads(edits, parameter, body, cancel))
                || (body is null && !AddPlaceholders(edits, method, parameter.Identifier.ValueText, cancel)))
            {
                return null;
            }
        }

        return edits;
    }

    private bool AddReads(List<TextEdit> edits, ParameterSyntax parameter, SyntaxNode body, CancellationToken cancel)
    {
        var symbol = _place.Model.GetDeclaredSymbol(parameter, cancel);
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Identifier.ValueText))
        {
            if (!SymbolEqualityComparer.Default.Equals(_place.Model.GetSymbolInfo(name, cancel).Symbol, symbol))
            {
                continue;
            }

            if (parameter.Type is NullableTypeSyntax || !IsOnlyRead(name))
            {
                return false;
            }

            edits.Add(Edit(new(name.Span.End, 0), "." + _property));
        }

        return true;
    }

    private static bool IsOnlyRead(IdentifierNameSyntax name) => name.Parent switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
        AssignmentExpressionSyntax assignment => assignment.Left != name,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } => false,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => false,
        RefExpressionSyntax => false,

        // The name is used as the name of a member.
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => false,
        ArgumentSyntax { Parent: TupleExpressionSyntax, NameColon: null } => false,
        _ => true,
    };

    // The prompt must show the same text as before.
    private bool AddPlaceholders(List<TextEdit> edits, MethodDeclarationSyntax method, string parameter, CancellationToken cancel)
    {
        var step = _sop.Steps.FirstOrDefault(step => step.Name == method.Identifier.ValueText);
        var shown = step?.Prompt?.Parts.Count(part => part.Path == parameter && part.Kind != PromptPartKind.Text) ?? 0;
        if (shown == 0)
        {
            return step?.Prompt?.Parts.Any(part => part.Path.StartsWith(parameter + ".", StringComparison.Ordinal)) != true;
        }

        var replaced = PromptPlace.Of(_place, method, cancel)?.Replace($"{{{parameter}}}", $"{{{parameter}.{_property}}}") ?? [];
        edits.AddRange(replaced);
        return replaced.Count == shown;
    }

    private TextEdit Declaration()
    {
        var text = _place.Root.GetText();
        var end = LocalSyntax.EndOfLine(text);
        var indent = LocalSyntax.Indent(text, text.Lines.GetLineFromPosition(_type.SpanStart) is var line ? line.Start + line.ToString().TakeWhile(char.IsWhiteSpace).Count() : 0) ?? "";
        var access = string.Join(" ", _type.Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).Select(modifier => modifier.Text + " "));
        var remark = _type.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            ? $"{indent}/// <summary>{Naming.Phrase(Name)}.</summary>{end}{indent}/// <param name=\"{_property}\">What it says.</param>{end}"
            : "";
        var type = _bare.ToMinimalDisplayString(_place.Model, _type.SpanStart);
        return Edit(new(_type.Span.End, 0), $"{end}{end}{remark}{indent}{access.Replace("  ", " ")}sealed record {Name}({type} {_property});");
    }

    // The name comes from the parameter that reads the value, or else from the step that makes it.
    private string FreeName(INamedTypeSymbol symbol)
    {
        var bare = _bare.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var reader = _sop.Steps.SelectMany(step => step.Method.Parameters).Concat(_sop.Conditions.SelectMany(condition => condition.Parameters))
            .FirstOrDefault(parameter => parameter.Role == ParameterRole.Value && parameter.Type.Key == bare)?.Name;
        var maker = _sop.Steps.FirstOrDefault(step => step.Makes.Any(made => made.Key == bare))?.Name;
        var wanted = reader is { Length: > 0 } ? Naming.Large(reader) : maker is not null ? maker + "Result" : symbol.Name + "Input";
        foreach (var name in new[] { wanted, wanted + "Value", symbol.Name + wanted }.Concat(Enumerable.Range(2, 100).Select(number => $"{wanted}{number}")))
        {
            if (_place.Model.LookupSymbols(_type.OpenBraceToken.Span.End, name: name).IsEmpty && !ReservedNames.Holds(name))
            {
                return name;
            }
        }

        return wanted;
    }

    private TextEdit Edit(TextSpan span, string text) => new(_place.Document.Id, new(span, text));
}
