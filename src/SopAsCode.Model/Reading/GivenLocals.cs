using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Model.Reading;

/// <summary>Everything that the locals of some code may hold.</summary>
internal sealed class GivenLocals
{
    private readonly Dictionary<ISymbol, List<Func<Carried>>> _held = new(SymbolEqualityComparer.Default);
    private readonly ComputedCode _code;

    /// <summary>Reads the locals of some code.</summary>
    public GivenLocals(IOperation root, ComputedCode code)
    {
        _code = code;
        foreach (var operation in root.DescendantsAndSelf())
        {
            Learn(operation);
        }
    }

    /// <summary>The values that a local may hold; null when the code does not give it any.</summary>
    public IReadOnlyList<Func<Carried>>? Of(ISymbol local) => _held.TryGetValue(local, out var held) ? held : null;

    private void Learn(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declared:
                Hold(declared.Symbol, () => _code.Of(value));
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assigned:
                Hold(SymbolOf(assigned.Target)!, () => _code.Of(assigned.Value));
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation local } changed:
                Hold(local.Local, () => new(_code.Text(changed.Value)));
                break;
            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation local } assigned:
                Hold(local.Local, () => _code.Of(assigned.Value));
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                Hold(each.Symbol, () => ComputedCode.Element(_code.Of(loop.Collection), each.Symbol.Type));
                break;
            case IDeconstructionAssignmentOperation taken:
                Take(taken.Target, taken.Value);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation local } call when PassingCode.Puts(call.TargetMethod):
                Hold(local.Local, () => call.Arguments.Aggregate(Carried.Nothing, (any, argument) => any.Or(new(_code.Text(argument.Value), null, IsKept: false)).Or(_code.Of(argument.Value))));
                break;
            case IIsPatternOperation asked:
                Bind(asked.Pattern, () => _code.Of(asked.Value));
                break;
            case ISwitchExpressionOperation choice:
                choice.Arms.ToList().ForEach(arm => Bind(arm.Pattern, () => _code.Of(choice.Value)));
                break;
            case ISwitchOperation choice:
                choice.Cases.SelectMany(one => one.Clauses).OfType<IPatternCaseClauseOperation>().ToList().ForEach(one => Bind(one.Pattern, () => _code.Of(choice.Value)));
                break;
        }
    }

    // 'var (a, b) = (x, y)', or a record that is taken apart into the parameters of its constructor.
    private void Take(IOperation target, IOperation value)
    {
        if ((target is IDeclarationExpressionOperation declared ? declared.Expression : target) is not ITupleOperation { Elements: var targets })
        {
            return;
        }

        var from = value is IConversionOperation conversion ? conversion.Operand : value;
        var parts = from is ITupleOperation tuple ? tuple.Elements.Select(element => new Func<Carried>(() => _code.Of(element))) : Parts(from.Type, targets.Length, () => _code.Of(from));
        targets.Zip(parts, (one, part) => (Symbol: SymbolOf(one), Part: part)).Where(pair => pair.Symbol is not null).ToList().ForEach(pair => Hold(pair.Symbol!, pair.Part));
    }

    private IEnumerable<Func<Carried>> Parts(ITypeSymbol? type, int count, Func<Carried> whole) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(element => new Func<Carried>(() => _code.Member(whole(), type, element)))
        : type?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.IsImplicitlyDeclared && method.Parameters.Length == count)?.Parameters
            .Select(parameter => type.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol))
            .Select(member => new Func<Carried>(() => member is null ? Carried.Nothing : _code.Member(whole(), type, member))) ?? [];

    private void Bind(IPatternOperation? pattern, Func<Carried> value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Hold(symbol, value);
                break;
            case IRecursivePatternOperation shape:
                if (shape.DeclaredSymbol is { } whole)
                {
                    Hold(whole, value);
                }

                foreach (var part in shape.PropertySubpatterns.Where(part => part.Member is IMemberReferenceOperation))
                {
                    var member = ((IMemberReferenceOperation)part.Member).Member;
                    Bind(part.Pattern, () => _code.Member(value(), shape.MatchedType, member));
                }

                foreach (var (part, held) in shape.DeconstructionSubpatterns.Zip(Parts(shape.MatchedType, shape.DeconstructionSubpatterns.Length, value), (part, held) => (part, held)))
                {
                    Bind(part, held);
                }

                break;
            case IBinaryPatternOperation both:
                Bind(both.LeftPattern, value);
                Bind(both.RightPattern, value);
                break;
            case IListPatternOperation list:
                list.Patterns.ToList().ForEach(part => Bind(part is ISlicePatternOperation slice ? slice.Pattern : part, () => ComputedCode.Element(value(), part.InputType)));
                break;
        }
    }

    private void Hold(ISymbol local, Func<Carried> value)
    {
        if (!_held.TryGetValue(local, out var held))
        {
            _held[local] = held = [];
        }

        held.Add(value);
    }

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declared => SymbolOf(declared.Expression),
        _ => null,
    };
}
