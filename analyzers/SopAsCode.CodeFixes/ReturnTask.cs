using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Makes a method return a task. It wraps what the body returns, unless <c>async</c> does that.</summary>
internal static class ReturnTask
{
    public static SyntaxChange? Offer(FixPlace place, SyntaxNode node, CancellationToken cancel)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.ReturnType is RefTypeSyntax
            || Methods.ImplementsSomething(place.Model.GetDeclaredSymbol(method, cancel))
            || Methods.PartsIn(place, method, cancel) is not { } parts
            || parts.Any(IsIterator))
        {
            return null;
        }

        var task = TaskName.At(place.Model, method.SpanStart);
        var written = IsVoid(method) ? "Task" : $"Task<{method.ReturnType.WithoutTrivia()}>";
        return new($"Return {written}", FixNames.WrapInTask, editor =>
        {
            foreach (var part in parts)
            {
                var body = new TaskBody(place.Model, task, part, cancel);
                editor.ReplaceNode(part.ReturnType, Wrapped(part, task));
                body.Wrap(editor);
            }
        })
        {
            Using = task.Using,
        };
    }

    private static TypeSyntax Wrapped(MethodDeclarationSyntax method, TaskName task) =>
        SyntaxFactory.ParseTypeName(IsVoid(method) ? task.Written : $"{task.Written}<{method.ReturnType.WithoutTrivia()}>").WithTriviaFrom(method.ReturnType);

    private static bool IsVoid(MethodDeclarationSyntax method) =>
        method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static bool IsIterator(MethodDeclarationSyntax method) => TaskBody.Own(method).Any(node => node is YieldStatementSyntax);
}
