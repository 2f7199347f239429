using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Where an operation stands among others.</summary>
internal static class BodyOperations
{
    /// <summary>All that runs. The argument of nameof is not evaluated, and no expression tree runs here.</summary>
    public static IEnumerable<IOperation> Everything(IOperation root)
    {
        Stack<IOperation> open = new([root]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next is INameOfOperation)
            {
                continue;
            }

            yield return next;
            foreach (var child in next.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>What is converted, awaited or asked for a part, without that.</summary>
    public static IOperation? Plain(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    continue;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    continue;
                case IConditionalAccessInstanceOperation inner:
                    var access = inner.Parent;
                    while (access is not null && !(access is IConditionalAccessOperation outer && !outer.Operation.DescendantsAndSelf().Contains(inner)))
                    {
                        access = access.Parent;
                    }

                    operation = (access as IConditionalAccessOperation)?.Operation;
                    continue;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The call whose receiver a reference is: 'mail.SendAsync(…)', 'mail?.SendAsync(…)', 'mail.SendAllAsync(…)' as an extension, 'send(…)'.</summary>
    public static IInvocationOperation? CallOn(IOperation reference)
    {
        var top = reference;
        while (top.Parent is IConversionOperation)
        {
            top = top.Parent;
        }

        return top.Parent switch
        {
            IInvocationOperation call when call.Instance == top => call,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } argument when extension.Arguments[0] == argument => extension,
            IConditionalAccessOperation { WhenNotNull: var then } access when access.Operation == top =>
                then.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => call.Instance is IConditionalAccessInstanceOperation),
            _ => null,
        };
    }

    /// <summary>A call of the method returns no value, so it is made for what it does.</summary>
    public static bool IsForEffect(IMethodSymbol? method) => method is { ReturnsVoid: true } or { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } };

    /// <summary>It is in a lambda or local function, so it does not run where it stands. What Task.Run is given runs at once.</summary>
    public static bool IsLater(SyntaxNode node) => node.Ancestors().TakeWhile(outer => outer is not MemberDeclarationSyntax).Any(outer => outer is LocalFunctionStatementSyntax
        || (outer is AnonymousFunctionExpressionSyntax && outer is not { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" } } } }));

    /// <summary>It is written, and not read.</summary>
    public static bool IsTarget(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>It is put into a field or property.</summary>
    public static bool IsStoredAway(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or ICoalesceOperation)
        {
            parent = parent.Parent;
        }

        return parent is IFieldInitializerOperation or IPropertyInitializerOperation or ISimpleAssignmentOperation { Target: IMemberReferenceOperation };
    }
}
