using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>
/// Compiles each class with <c>[Sop]</c> into its machine, its steps, its dispatcher and its definition. Silent: what is wrong
/// with a class is for the analyzers to say.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SopGenerator : IIncrementalGenerator
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sops = context.SyntaxProvider
            .ForAttributeWithMetadataName(SopSymbols.SopAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static sop => sop is not null)
            .Select(static (sop, _) => sop!)
            .WithTrackingName(TrackingNames.Sops);

        var ambiguous = sops
            .Select(static (sop, _) => sop.Class.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        context.RegisterSourceOutput(sops.Combine(ambiguous), static (output, sop) => Write(output, sop.Left, sop.Right));
    }

    // A class in several declarations with [Sop] on more than one is read once: the symbol is the same.
    private static SopModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
        {
            return null;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (SopSymbols.IsOurs(attribute, nameof(SopSymbols.SopAttribute)))
            {
                var isHere = attribute.ApplicationSyntaxReference is { } written
                    && written.SyntaxTree == context.TargetNode.SyntaxTree
                    && context.TargetNode.Span.Contains(written.Span);
                return isHere ? SopReader.Read(type, cancel) : null;
            }
        }

        return null;
    }

    private static void Write(SourceProductionContext output, SopModel sop, EquatableArray<string> ambiguous)
    {
        var graph = FlowBuilder.Build(sop);
        var name = HintNames.Of(sop.Class.FullName, ambiguous);
        if (ShapeCheck.Obstacle(graph) is { } rule)
        {
            Add(StepsFile.Name, StepsFile.WriteThrowing(sop, rule));
            return;
        }

        Add(StateFile.Name, StateFile.Write(graph));
        Add(MachineFile.Name, MachineFile.Write(graph));
        Add(StepsFile.Name, StepsFile.Write(graph));
        Add(DispatcherFile.Name, DispatcherFile.Write(graph));
        Add(DefinitionFile.Name, DefinitionFile.Write(graph));
        Add(PageFile.Name, PageFile.Write(graph));

        void Add(string file, string? text)
        {
            if (text is not null)
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                output.AddSource($"{name}.{file}.g.cs", SourceText.From(text, Utf8));
            }
        }
    }
}
