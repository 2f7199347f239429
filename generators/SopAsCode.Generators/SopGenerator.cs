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
        var readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(SopSymbols.SopAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!);

        var prompts = context.AdditionalTextsProvider
            .Where(PromptFiles.CanHold)
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => PromptFiles.ProjectFolder(options)))
            .Select(static (file, cancel) => PromptFiles.Read(file.Left, file.Right, cancel))
            .Collect()
            .Select(static (files, _) => PromptFiles.InOrder(files))
            .WithTrackingName(TrackingNames.Prompts);

        var sops = readings
            .Select(static (reading, _) => reading.Sop)
            .Combine(prompts)
            .Select(static (pair, _) => PromptFiles.Join(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Sops);

        var ambiguous = sops
            .Select(static (sop, _) => sop.Class.FullName)
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        context.RegisterSourceOutput(sops.Combine(ambiguous), static (output, sop) => Write(output, sop.Left, sop.Right));

        var items = sops
            .Select(static (sop, _) => CatalogueItem.Of(sop))
            .Where(static item => item is not null)
            .Select(static (item, _) => item!)
            .Collect()
            .Select(static (all, _) => all.OrderBy(item => item.Reference, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Catalogue);

        var policy = readings
            .Select(static (reading, _) => reading.Policy)
            .Collect()
            .Select(static (policies, _) => policies.FirstOrDefault())
            .WithTrackingName(TrackingNames.Policy);

        var name = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var space) ? space : "")
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => CatalogueName.Of(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.CatalogueName);

        context.RegisterSourceOutput(items.Combine(policy).Combine(name), static (output, all) =>
        {
            if (all.Left.Left.Count > 0)
            {
                output.AddSource("Sops.g.cs", SourceText.From(CatalogueFile.Write(all.Right, all.Left.Left, all.Left.Right), Utf8));
            }
        });
    }

    // A class in several declarations with [Sop] on more than one is read once: the symbol is the same.
    private static SopReading? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
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
                return isHere && ReadingMemory.Read(type, context.SemanticModel.Compilation, cancel) is var (sop, policy) ? new(sop, policy) : null;
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
            Add(PlaceholderFile.Name, PlaceholderFile.Write(sop, rule));
            return;
        }

        // An idea may have no steps yet. Nothing runs it, whatever it has: no rule looks at its ways.
        if (sop.Steps.Count > 0)
        {
            Add(StateFile.Name, StateFile.Write(graph));
            Add(StepsFile.Name, StepsFile.Write(graph));
        }

        if (sop.HasRuns)
        {
            Add(MachineFile.Name, MachineFile.Write(graph));
            Add(DispatcherFile.Name, DispatcherFile.Write(graph));
        }

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

    // The policy is the same for all SOPs, and travels beside them so that an edit of it leaves their models as they are.
    private sealed record SopReading(SopModel Sop, PolicyModel? Policy);
}
