using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// Walks everything that a pipeline keeps and fails when it meets something of the compiler: such a thing never compares equal after an
/// edit, and keeps a whole compilation alive.
/// </summary>
public static class ModelWalk
{
    /// <summary>Walks the outputs of the tracked steps of a run.</summary>
    /// <param name="run">The run.</param>
    public static void AssertPlain(GeneratorRun run)
    {
        foreach (var (step, runs) in run.Result.Results.Where(result => result.Exception is null).SelectMany(result => result.TrackedSteps))
        {
            if (run.Tooling.Steps.Contains(step, StringComparer.Ordinal))
            {
                foreach (var (value, _) in runs.SelectMany(tracked => tracked.Outputs))
                {
                    var found = FindForeign(value);
                    Assert.True(found is null, $"The step '{step}' keeps something of the compiler: {found}.");
                }
            }
        }
    }

    /// <summary>Looks for something of the compiler.</summary>
    /// <param name="value">Where to start.</param>
    /// <returns>The fields that lead to it and its type; null when there is none.</returns>
    public static string? FindForeign(object? value) =>
        Find(value, value?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null)
        {
            return null;
        }

        if (IsForeign(value))
        {
            return $"{path} is a {value.GetType().Name}";
        }

        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || value is string or decimal or MemberInfo or Assembly or Module || (!type.IsValueType && !seen.Add(value)))
        {
            return null;
        }

        return value is IEnumerable items && IsCollection(type)
            ? items.Cast<object?>().Select((item, i) => Find(item, $"{path}[{i}]", seen)).FirstOrDefault(found => found is not null)
            : FieldsOf(type).Select(field => Find(field.GetValue(value), $"{path}.{NameOf(field)}", seen)).FirstOrDefault(found => found is not null);
    }

    private static bool IsForeign(object value) => value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData
        or SyntaxReference or SyntaxToken or SyntaxTrivia or SyntaxNodeOrToken or TypedConstant or Diagnostic or MetadataReference;

    // Collections that are walked by their items; whatever else enumerates is walked by its fields, which can't be computed away.
    private static bool IsCollection(Type type) => type.IsArray
        ? !type.GetElementType()!.IsPointer
        : type.Namespace is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent";

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRef && !field.FieldType.IsByRefLike)
                {
                    yield return field;
                }
            }
        }
    }

    private static string NameOf(FieldInfo field) => field.Name is ['<', .. var rest] && rest.IndexOf('>') is > 0 and var end ? rest[..end] : field.Name;
}
