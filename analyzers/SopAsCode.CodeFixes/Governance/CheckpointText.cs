using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// The checkpoint that a fix writes. It shows exactly what the next step writes or hands over, so that exactly this is approved. What must be checked, and until
/// when, is left out, and SOP0304 and SOP0310 ask for it.
/// </summary>
internal sealed class CheckpointText
{
    private readonly IReadOnlyList<ParameterSyntax> _values;
    private readonly TypeSyntax? _corrected;
    private readonly TypeSyntax? _reviewed;
    private readonly INamedTypeSymbol _type;
    private readonly SopModel _sop;
    private readonly StepModel _step;

    public CheckpointText(INamedTypeSymbol type, SopModel sop, UnsafeWrite write, SemanticModel model, MethodDeclarationSyntax method)
    {
        (_type, _sop, _step) = (type, sop, sop.Steps[write.Step]);
        var values = _step.Method.Parameters
            .Zip(method.ParameterList.Parameters, (model, syntax) => (Model: model, Syntax: syntax))
            .Where(parameter => parameter.Model.Role == ParameterRole.Value)
            .ToList();
        if (HandedOverUnseen(model, method) is { } given)
        {
            values.Add(given);
        }

        _values = [.. values.Select(value => value.Syntax)];

        // The checkpoint returns a value of an AI only if there is exactly one and it can't be null.
        var made = values.Where(value => write.MadeByAi.Contains(value.Model.Type.Key, StringComparer.Ordinal)).ToList();
        _corrected = made.Count == 1 && !made[0].Model.Type.IsNullable ? made[0].Syntax.Type : null;
        _reviewed = (made.Count == 1 ? made[0].Syntax : _values.Count == 1 ? _values[0] : null)?.Type;
        Name = FreeName();
    }

    /// <summary>The name of its method.</summary>
    public string Name { get; }

    /// <summary>Its lines.</summary>
    public IEnumerable<string> Lines(SemanticModel model, MethodDeclarationSyntax method, INamedTypeSymbol role)
    {
        var at = method.SpanStart;
        var task = TaskName.At(model, at).Written;
        var access = method.Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).Select(modifier => modifier.Text).DefaultIfEmpty("private");
        var parameters = _values.Select(value => $"{value.Type} {value.Identifier}");
        return
        [
            $"[{LocalSyntax.Attribute(model, at, "Checkpoint")}<{LocalSyntax.Type(model, at, role)}>({SymbolDisplay.FormatLiteral(FreeTitle(), quote: true)})]",
            $"{string.Join(" ", access)} partial {task}{(_corrected is null ? "" : $"<{_corrected.WithoutTrivia()}>")} {Name}({string.Join(", ", parameters)});",
        ];
    }

    // A hand-off may hand over a value that it does not name as a parameter, but the checkpoint names it.
    private (ParameterModel Model, ParameterSyntax Syntax)? HandedOverUnseen(SemanticModel model, MethodDeclarationSyntax method)
    {
        if (_step.Handoff?.Target.Input is not { } input
            || !HandoffTaint.HandedOver(_step).Contains(input.Key, StringComparer.Ordinal)
            || _step.Method.Parameters.Any(parameter => parameter.Type.Key == input.Key))
        {
            return null;
        }

        if (InputOfTarget() is not { } type)
        {
            return null;
        }

        var written = SyntaxFactory.ParseTypeName(LocalSyntax.Type(model, method.SpanStart, type));
        return (new("", input, ParameterRole.Value, ""), SyntaxFactory.Parameter(SyntaxFactory.Identifier(NameOf(type))).WithType(written));
    }

    private ITypeSymbol? InputOfTarget()
    {
        var attributes = _type.GetMembers(_step.Name).OfType<IMethodSymbol>().SelectMany(method => method.GetAttributes());
        var target = attributes.FirstOrDefault(attribute => SopSymbols.Word(attribute) == "Handoff")?.AttributeClass?.TypeArguments.FirstOrDefault();
        for (var ancestor = target?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.TypeArguments.Length == 1 && SopSymbols.IsOurs(ancestor, "Sop"))
            {
                return ancestor.TypeArguments[0];
            }
        }

        return null;
    }

    private static string NameOf(ITypeSymbol type)
    {
        var name = type.Name.Length == 0 ? "value" : Naming.Small(type.Name);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    private string FreeName()
    {
        var wanted = SimpleName(_reviewed) is { } value ? $"Review{value}" : $"Approve{_step.Name}";
        return Free(wanted, IsTaken);
    }

    private string FreeTitle()
    {
        var value = SimpleName(_reviewed) is { } name ? $"Review the {Naming.Phrase(name).ToLowerInvariant()} before" : "Approve";
        return Free($"{value} step '{_step.Title}'", title => _sop.Steps.Any(step => string.Equals(step.Title.Trim(), title, StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsTaken(string name)
    {
        for (var current = _type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return name == _type.Name || ReservedNames.Holds(name);
    }

    private static string Free(string wanted, Func<string, bool> isTaken)
    {
        var free = wanted;
        for (var number = 2; isTaken(free); number++)
        {
            free = wanted + (wanted.EndsWith("'", StringComparison.Ordinal) ? $" ({number})" : $"{number}");
        }

        return free;
    }

    private static string? SimpleName(TypeSyntax? type) => type switch
    {
        IdentifierNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => SimpleName(qualified.Right),
        AliasQualifiedNameSyntax qualified => SimpleName(qualified.Name),
        NullableTypeSyntax nullable => SimpleName(nullable.ElementType),
        _ => null,
    };
}
