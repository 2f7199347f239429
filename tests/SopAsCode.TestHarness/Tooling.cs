using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SopAsCode.TestHarness;

/// <summary>What is under test: the parts of the product, or a small sample that proves the harness.</summary>
public sealed record Tooling
{
    /// <summary>The product: whatever its assemblies declare.</summary>
    public static Tooling Product { get; } = new()
    {
        Generators = () => Make<IIncrementalGenerator, GeneratorAttribute>("SopAsCode.Generators"),
        Steps = ProductSteps(),
        Analyzers = () => Make<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>("SopAsCode.Analyzers"),
        Fixes = () => Make<CodeFixProvider, ExportCodeFixProviderAttribute>("SopAsCode.CodeFixes"),
    };

    /// <summary>Makes the generators.</summary>
    public Func<ImmutableArray<IIncrementalGenerator>> Generators { get; init; } = () => [];

    /// <summary>The names of the pipeline steps that must be cached and hold nothing but values.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>The generator is made to fail at an SOP, and may say so.</summary>
    public bool MayFail { get; init; }

    /// <summary>Makes the analyzers.</summary>
    public Func<ImmutableArray<DiagnosticAnalyzer>> Analyzers { get; init; } = () => [];

    /// <summary>Makes the code fixes.</summary>
    public Func<ImmutableArray<CodeFixProvider>> Fixes { get; init; } = () => [];

    private static ImmutableArray<T> Make<T, TMark>(string assembly)
        where TMark : Attribute =>
    [
        .. Assembly.Load(assembly).GetTypes()
            .Where(type => !type.IsAbstract && type.IsDefined(typeof(TMark), inherit: false) && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private static ImmutableArray<string> ProductSteps() =>
        Assembly.Load("SopAsCode.Generators").GetType("SopAsCode.Generators.TrackingNames")
            ?.GetMember("All", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault() switch
            {
                FieldInfo field => [.. (IEnumerable<string>)field.GetValue(null)!],
                PropertyInfo property => [.. (IEnumerable<string>)property.GetValue(null)!],
                _ => [],
            };
}
