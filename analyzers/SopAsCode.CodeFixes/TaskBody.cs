using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace SopAsCode.CodeFixes;

/// <summary>Wraps what a method returns in a completed task.</summary>
internal sealed class TaskBody(SemanticModel model, TaskName task, MethodDeclarationSyntax method, CancellationToken cancel)
{
    private readonly ITypeSymbol? _result = model.GetTypeInfo(method.ReturnType, cancel).Type;

    /// <summary>The nodes of a method, without those of functions inside it, because their returns are their own.</summary>
    public static IEnumerable<SyntaxNode> Own(MethodDeclarationSyntax method) =>
        method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    /// <summary>Rewrites the body.</summary>
    public void Wrap(SyntaxEditor editor)
    {
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return;
        }

        if (_result?.SpecialType == SpecialType.System_Void)
        {
            WrapNothing(editor);
        }
        else
        {
            WrapValues(editor);
        }
    }

    private void WrapValues(SyntaxEditor editor)
    {
        if (method.ExpressionBody is { Expression: { } value } and not { Expression: ThrowExpressionSyntax })
        {
            editor.ReplaceNode(value, Finished(value));
        }

        foreach (var statement in Own(method).OfType<ReturnStatementSyntax>())
        {
            if (statement.Expression is { } returned)
            {
                editor.ReplaceNode(returned, Finished(returned));
            }
        }
    }

    private void WrapNothing(SyntaxEditor editor)
    {
        if (method.ExpressionBody is { } arrow)
        {
            if (arrow.Expression is not ThrowExpressionSyntax && !IsTask(arrow.Expression))
            {
                editor.ReplaceNode(method, (current, _) => WithBlock((MethodDeclarationSyntax)current));
            }

            return;
        }

        foreach (var statement in Own(method).OfType<ReturnStatementSyntax>())
        {
            editor.ReplaceNode(statement, Done().WithTriviaFrom(statement));
        }

        if (method.Body is { } body && model.AnalyzeControlFlow(body) is { Succeeded: true, EndPointIsReachable: true })
        {
            editor.ReplaceNode(body, (current, _) => ((BlockSyntax)current).AddStatements(Done()).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    private MethodDeclarationSyntax WithBlock(MethodDeclarationSyntax current)
    {
        var expression = current.ExpressionBody!.Expression.WithoutTrivia();
        var last = current.ParameterList.CloseParenToken;
        return current
            .ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(expression), Done()).WithTrailingTrivia(current.GetTrailingTrivia()))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private bool IsTask(ExpressionSyntax expression)
    {
        for (var type = model.GetTypeInfo(expression, cancel).Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "Task" && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks")
            {
                return true;
            }
        }

        return false;
    }

    // The type is written out if the value alone does not show it: new(…), [], null, or an implicit conversion.
    private InvocationExpressionSyntax Finished(ExpressionSyntax value)
    {
        var alone = model.GetSpeculativeTypeInfo(value.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type;
        var isSaid = _result is { NullableAnnotation: not NullableAnnotation.Annotated } && SymbolEqualityComparer.Default.Equals(alone, _result);
        var target = SyntaxFactory.ParseExpression(isSaid ? $"{task.Written}.FromResult" : $"{task.Written}.FromResult<{method.ReturnType.WithoutTrivia()}>");
        return SyntaxFactory.InvocationExpression(target, SyntaxFactory.ArgumentList([SyntaxFactory.Argument(value.WithoutTrivia())])).WithTriviaFrom(value);
    }

    private ReturnStatementSyntax Done() => (ReturnStatementSyntax)SyntaxFactory.ParseStatement($"return {task.Written}.CompletedTask;");
}
