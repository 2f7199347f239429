using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads the signature of a method.</summary>
internal static class MethodReader
{
    /// <summary>Reads a step's signature.</summary>
    public static MethodModel Read(IMethodSymbol method, CancellationToken cancel)
    {
        var declaration = method.DeclaringSyntaxReferences.IsEmpty
            ? null
            : method.DeclaringSyntaxReferences[0].GetSyntax(cancel) as MethodDeclarationSyntax;
        var (shape, result) = method.ReturnsByRef || method.ReturnsByRefReadonly ? (ReturnShape.Other, method.ReturnType) : Shape(method.ReturnType);
        var own = method.PartialImplementationPart;
        return new()
        {
            Modifiers = declaration is null ? "" : string.Join(" ", declaration.Modifiers.Select(modifier => modifier.Text).Where(text => text != "async")),
            ReturnType = TypeNames.Annotated(method.ReturnType),
            Returns = shape,
            Result = result is null ? null : TypeNames.Use(result),
            Elements = result is INamedTypeSymbol { IsTupleType: true } tuple
                ? tuple.TupleElements.Select(element => TypeNames.Use(element.Type)).ToEquatableArray()
                : [],
            Parameters = method.Parameters.Select(Parameter).ToEquatableArray(),
            TypeParameters = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}>",
            Constraints = string.Join(" ", method.TypeParameters.Select(Constraint).Where(text => text.Length > 0)),
            IsAsync = method.IsAsync,
            LacksAccess = method.IsPartialDefinition && shape != ReturnShape.Void && declaration?.Modifiers.Any(IsAccess) == false,
            IsStatic = method.IsStatic,
            IsPartial = method.IsPartialDefinition,
            HasOwnImplementation = own is not null && !own.Locations.IsEmpty && !SopSymbols.MayBeOwnOutput(own.Locations[0].SourceTree),
            HasNoBody = !method.IsPartialDefinition && declaration is { Body: null, ExpressionBody: null },
            HasUnknownTypes = TypeNames.IsUnknown(method.ReturnType) || method.Parameters.Any(parameter => TypeNames.IsUnknown(parameter.Type)),
        };
    }

    /// <summary>Reads a parameter.</summary>
    public static ParameterModel Parameter(IParameterSymbol parameter)
    {
        var prefix = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => parameter.IsParams ? "params " : "",
        };
        prefix = (parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "this " : "") + (parameter is { ScopedKind: not ScopedKind.None, IsParams: false, RefKind: not RefKind.Out } ? "scoped " : "") + prefix;
        var type = TypeNames.Use(parameter.Type);
        var role = type.Key switch
        {
            "global::System.Threading.CancellationToken" => ParameterRole.Cancellation,
            "global::SopAsCode.StepContext" => ParameterRole.Context,
            "global::SopAsCode.Began" => ParameterRole.Began,
            _ => ParameterRole.Value,
        };
        return new(parameter.Name, type, role, prefix) { IsShownOnly = IsContext(parameter) };
    }

    /// <summary>Whether a parameter is marked as context.</summary>
    public static bool IsContext(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute => SopSymbols.Word(attribute) == "Context");

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.RawKind is (int)SyntaxKind.PublicKeyword or (int)SyntaxKind.InternalKeyword or (int)SyntaxKind.ProtectedKeyword or (int)SyntaxKind.PrivateKeyword;

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        List<string> parts =
        [
            .. parameter.HasReferenceTypeConstraint ? [parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class"]
                : parameter.HasUnmanagedTypeConstraint ? ["unmanaged"]
                : parameter.HasValueTypeConstraint ? ["struct"]
                : parameter.HasNotNullConstraint ? ["notnull"]
                : Array.Empty<string>(),
            .. parameter.ConstraintTypes.Select(TypeNames.Annotated),
            .. parameter.HasConstructorConstraint ? ["new()"] : Array.Empty<string>(),
        ];
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }

    private static (ReturnShape Shape, ITypeSymbol? Result) Shape(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
        {
            return (ReturnShape.Void, null);
        }

        var isTask = type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingType: null, ContainingNamespace: { Name: "Tasks" } home }
            && home.ContainingNamespace is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
        if (!isTask)
        {
            return (ReturnShape.Other, type);
        }

        var result = ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault();
        return (type.Name, result) switch
        {
            ("Task", null) => (ReturnShape.Task, null),
            ("Task", _) => (ReturnShape.TaskOfResult, result),
            (_, null) => (ReturnShape.ValueTask, null),
            _ => (ReturnShape.ValueTaskOfResult, result),
        };
    }
}
