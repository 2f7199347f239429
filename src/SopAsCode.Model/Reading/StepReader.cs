using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads one step or condition.</summary>
internal static class StepReader
{
    /// <summary>Reads a step.</summary>
    public static StepModel Step(
        IMethodSymbol method, int overload, AttributeReading kind, List<AttributeReading> attributes, bool isForRules, CancellationToken cancel)
    {
        var title = kind.Text(0);
        var step = new StepModel
        {
            Name = method.Name,
            Overload = overload,
            Title = string.IsNullOrWhiteSpace(title) ? Naming.Phrase(method.Name) : title!,
            Kind = StepVocabulary.KindOf(kind.Word),
            Place = kind.Place,
            Performer = kind.Word == "Handoff" ? null : kind.Party(),
            Level = (Level)(kind.Enum("Level") ?? (int)Level.ReadOnly),
            Method = MethodReader.Read(method, cancel),
            HasUnfinishedAttribute = isForRules && AttributeReading.IsAnyUnfinished(method),
        };
        foreach (var attribute in attributes)
        {
            step = With(step, attribute, cancel);
        }

        return step;
    }

    /// <summary>Reads a condition.</summary>
    public static ConditionModel Condition(IMethodSymbol method, AttributeReading attribute)
    {
        var text = attribute.Text(0);
        return new()
        {
            Name = method.Name,
            Text = string.IsNullOrWhiteSpace(text) ? Naming.Phrase(method.Name) : text!,
            Place = attribute.Place,
            Parameters = method.Parameters.Select(MethodReader.Parameter).ToEquatableArray(),
            IsStatic = method.IsStatic,
            ReturnsBool = method is { ReturnType.SpecialType: SpecialType.System_Boolean, RefKind: RefKind.None, IsAsync: false }
                || TypeNames.IsUnknown(method.ReturnType),
            IsGeneric = method.Arity > 0,
        };
    }

    private static StepModel With(StepModel step, AttributeReading attribute, CancellationToken cancel)
    {
        switch (attribute.Word)
        {
            case "Prompt" when attribute.Text(0) is not null || attribute.Text("File") is not null:
                return step with
                {
                    Prompt = new(attribute.Text(0) ?? "", [], attribute.Place) { File = attribute.Text("File"), Version = attribute.Text("Version") },
                };
            case "After":
                return step with { After = Duration(attribute) };
            case "Handoff" when attribute.TypeArgument(0) is { } target:
                var result = attribute.Type("Result");
                return step with
                {
                    Handoff = new(PartyReader.Sop(target), attribute.Truth("Wait"), result is null ? null : TypeNames.Use(result), attribute.Place),
                };
            case "Guardrail":
                return step with { Guardrails = [.. step.Guardrails, attribute.Text(0) ?? ""] };
            case "Limitation":
                return step with { Limitations = [.. step.Limitations, new(attribute.Text(0) ?? "", attribute.Text("Workaround"))] };
            case "Instructions":
                return step with { Instructions = attribute.Text(0) };
            case "Reads":
                return WithAccess(step, attribute, Access.Read);
            case "Drafts":
                return WithAccess(step, attribute, Access.Draft);
            case "Writes":
                return WithAccess(step, attribute, Access.Write);
            case "Next":
                var next = new NextModel(
                    attribute.Step("step", cancel), attribute.Reference("When", cancel), attribute.Number("AtMost"), attribute.Reference("Then", cancel), attribute.Place);
                return step with { Next = [.. step.Next, next] };
            case "OnReject":
                return step with { OnReject = new(attribute.Step("step", cancel), attribute.Number("AtMost"), attribute.Reference("Then", cancel), attribute.Place) };
            case "OnTimeout":
                return step with { OnTimeout = attribute.Step("step", cancel) };
            case "OnFailure":
                return step with { OnFailure = new(attribute.Step("step", cancel), attribute.Number("Retries"), attribute.Place) };
            case "Due" when !attribute.IsUnfinished:
                return step with { Due = Duration(attribute) };
            case "Limit":
                return step with { Limit = Limit(attribute, cancel) };
            case "Checklist":
                return step with { Checklist = attribute.Texts(0) };
            case "SpotCheck" when !attribute.IsUnfinished && attribute.Party() is { } role:
                return step with { SpotCheck = new(role, attribute.Number("OneIn"), attribute.Place) };
            default:
                return step with { Remarks = RemarksReader.With(step.Remarks, attribute) };
        }
    }

    private static DueModel Duration(AttributeReading attribute) =>
        new(attribute.Number("Minutes"), attribute.Number("Hours"), attribute.Number("Days"), attribute.Place);

    private static StepModel WithAccess(StepModel step, AttributeReading attribute, Access kind)
    {
        if (attribute.Party() is not { } tool)
        {
            return step;
        }

        var access = new AccessModel(tool, kind, (Impact?)attribute.Enum(0), attribute.Truth("Irreversible"), attribute.Place);
        return step with { Access = [.. step.Access, access] };
    }

    private static LimitModel Limit(AttributeReading attribute, CancellationToken cancel) => new(
        attribute.Text(0) ?? "",
        attribute.Reference("When", cancel),
        attribute.Number("PerDay"),
        attribute.Reference("Else", cancel),
        attribute.Text("Since"),
        attribute.Text("Evidence"),
        attribute.Place);
}

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
            IsStatic = method.IsStatic,
            IsPartial = method.IsPartialDefinition,
            HasOwnImplementation = own is not null && !own.Locations.IsEmpty && !SopSymbols.IsOwnOutput(own.Locations[0].SourceTree),
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
        var type = TypeNames.Use(parameter.Type);
        var role = type.Key switch
        {
            "global::System.Threading.CancellationToken" => ParameterRole.Cancellation,
            "global::SopAsCode.StepContext" => ParameterRole.Context,
            _ => ParameterRole.Value,
        };
        return new(parameter.Name, type, role, prefix);
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
