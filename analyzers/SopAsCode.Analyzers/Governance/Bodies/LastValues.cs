using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Finds what a local was given last before it is used, where the way there is the only one.</summary>
internal static class LastValues
{
    /// <summary>The value that a local has here; null when it may have several.</summary>
    public static IOperation? Of(ILocalReferenceOperation use)
    {
        var root = use as IOperation;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        // A label can be jumped to, and a lambda can be called from anywhere.
        if (root.DescendantsAndSelf().Any(part => part is ILabeledOperation || (part is IAnonymousFunctionOperation or ILocalFunctionOperation && Changes(part, use.Local))))
        {
            return null;
        }

        for (IOperation at = use; at.Parent is { } around; at = around)
        {
            switch (around)
            {
                case IBlockOperation block:
                    foreach (var before in block.Operations.TakeWhile(statement => statement != at).Reverse())
                    {
                        if (GivenBy(before, use.Local) is { } value)
                        {
                            return value;
                        }

                        if (Changes(before, use.Local))
                        {
                            return null;
                        }
                    }

                    break;
                case ILoopOperation or ISwitchOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ITryOperation or ICatchClauseOperation:
                case IOperation when around.ChildOperations.TakeWhile(child => child != at).Any(child => Changes(child, use.Local)):
                    return null;
            }
        }

        return null;
    }

    private static IOperation? GivenBy(IOperation statement, ILocalSymbol local) => statement switch
    {
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment } when Is(target.Local, local) => assignment.Value,
        IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(declaration => declaration.Declarators).FirstOrDefault(declared => Is(declared.Symbol, local))?.Initializer?.Value,
        _ => null,
    };

    private static bool Changes(IOperation code, ILocalSymbol local) => code.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation use && Is(use.Local, local) && use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation or ITupleOperation or IDeclarationExpressionOperation => true,
        IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IAddressOfOperation => true,
        _ => false,
    });

    private static bool Is(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
