using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// Compiles each class with <c>[Sop]</c> into its machine, its steps, its dispatcher and its definition. It reports only its own failures;
/// the analyzers report what is wrong with a class.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SopGenerator : IIncrementalGenerator
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<INamedTypeSymbol, CancellationToken, SopModel> _read;
    private readonly ImmutableArray<GeneratedFile> _files;

    /// <summary>Makes the generator. The compiler uses this constructor.</summary>
    public SopGenerator()
        : this(SopReader.ReadEmitted, GeneratedFile.All)
    {
    }

    /// <summary>Makes a generator with another reader and other files, so that tests can make it fail.</summary>
    /// <param name="read">Reads an SOP.</param>
    /// <param name="files">The files it writes.</param>
    internal SopGenerator(Func<INamedTypeSymbol, CancellationToken, SopModel> read, ImmutableArray<GeneratedFile> files) => (_read, _files) = (read, files);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(SopSymbols.SopAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static sop => sop is not null)
            .Select(static (sop, _) => sop!);
        var read = declared.Select(static (sop, _) => sop.Sop).WithTrackingName(TrackingNames.Read);
        var sops = read
            .Combine(PromptsOf(context))
            .Select(static (pair, cancel) => pair.Left.Then("checked it", sop => PreparedSop.Of(sop, pair.Right), cancel))
            .WithTrackingName(TrackingNames.Sops);
        var ambiguous = sops
            .Select(static (sop, _) => sop.Class)
            .Collect()
            .Select(static (names, _) => HintNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.AmbiguousNames);

        var items = sops.Select(static (sop, cancel) => sop.Then("described it to the catalogue", CatalogueItem.Of, cancel));
        List<IncrementalValueProvider<EquatableArray<SopFailure>>> failures = [FailuresOf(read), FailuresOf(sops), FailuresOf(items)];
        List<IncrementalValuesProvider<(string File, Outcome<string> Text)>> texts = [];
        foreach (var file in _files)
        {
            var text = sops
                .Select((sop, cancel) => sop.Then($"cut out what its {file.Name} file says", prepared => prepared.Rule is null ? file.PartOf(prepared.Sop) : null, cancel))
                .WithTrackingName(TrackingNames.PartOf(file.Name))
                .Select((part, cancel) => part.Then($"wrote its {file.Name} file", sop => file.Write(FlowBuilder.Build(sop)), cancel))
                .WithTrackingName(TrackingNames.TextOf(file.Name));
            failures.Add(FailuresOf(text));
            texts.Add(text.Select((written, _) => (file.Name, written)));
        }

        // If one file fails, the SOP gets none of its files, because some of them alone would not compile.
        var failed = All(failures).Select(static (all, _) => all.Select(failure => failure.Class).Distinct(StringComparer.Ordinal).ToEquatableArray());
        var placeholders = Placeholders(sops, failed);
        var names = ambiguous.Combine(failed);
        texts.ForEach(text => context.RegisterSourceOutput(
            text.Combine(names).Where(static one => !one.Right.Right.Contains(one.Left.Text.Class, StringComparer.Ordinal)),
            static (output, one) => Add(output, one.Left.Text, one.Left.File, one.Right.Left)));
        context.RegisterSourceOutput(placeholders.Combine(ambiguous), static (output, one) => Add(output, one.Left, PlaceholderFile.Name, one.Right));

        var catalogue = Catalogue(context, declared, items, failed);
        context.RegisterSourceOutput(catalogue, static (output, text) => Add(output, text, "Sops.g.cs"));

        var reports = All([.. failures, FailuresOf(placeholders), catalogue.Select(static (text, _) => FailureOf(text))])
            .Combine(declared.Select(static (sop, _) => sop.Place).Collect())
            .Select(static (all, _) => FailureReport.Join(all.Left, all.Right))
            .WithTrackingName(TrackingNames.Failures);
        context.RegisterSourceOutput(reports, static (output, all) => all.ToList().ForEach(failure => output.ReportDiagnostic(FailureReport.ToDiagnostic(failure))));
    }

    private static IncrementalValueProvider<EquatableArray<TextFile>> PromptsOf(IncrementalGeneratorInitializationContext context) => context.AdditionalTextsProvider
        .Where(TextFiles.CanHold)
        .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => TextFiles.ProjectFolder(options)))
        .Select(static (file, cancel) => TextFiles.Read(file.Left, file.Right, cancel))
        .Collect()
        .Select(static (files, _) => TextFiles.InOrder(files))
        .WithTrackingName(TrackingNames.Prompts);

    private static IncrementalValuesProvider<Outcome<string>> Placeholders(IncrementalValuesProvider<Outcome<PreparedSop>> sops, IncrementalValueProvider<EquatableArray<string>> failed) => sops
        .Combine(failed)
        .Select(static (one, cancel) => one.Left.Then(
            "cut out what its placeholders say",
            sop => (sop.Rule ?? (one.Right.Contains(one.Left.Class, StringComparer.Ordinal) ? FailureReport.Id : null)) is { } rule ? new PreparedSop(SopParts.OfPlaceholders(sop.Sop), rule) : null,
            cancel))
        .WithTrackingName(TrackingNames.PartOf(PlaceholderFile.Title))
        .Select(static (part, cancel) => part.Then("wrote its placeholders", sop => PlaceholderFile.Write(sop.Sop, sop.Rule!), cancel))
        .WithTrackingName(TrackingNames.TextOf(PlaceholderFile.Title));

    private static IncrementalValueProvider<Outcome<string>> Catalogue(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<DeclaredSop> declared,
        IncrementalValuesProvider<Outcome<CatalogueItem>> items,
        IncrementalValueProvider<EquatableArray<string>> failed)
    {
        var listed = items
            .Combine(failed)
            .Where(static one => one.Left.Value is not null && !one.Right.Contains(one.Left.Class, StringComparer.Ordinal))
            .Select(static (one, _) => one.Left.Value!)
            .Collect()
            .Select(static (all, _) => all.OrderBy(item => item.Reference, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Catalogue);
        var policy = declared
            .Select(static (sop, _) => sop.Policy)
            .Collect()
            .Select(static (policies, _) => policies.FirstOrDefault(one => one is not null))
            .WithTrackingName(TrackingNames.Policy);
        var name = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var space) ? space : "")
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => CatalogueName.Of(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.CatalogueName);
        return listed.Combine(policy).Combine(name).Select(static (all, cancel) => Outcome<string>.Of(
            "",
            "wrote the catalogue",
            () => all.Left.Left.Count == 0 ? null : CatalogueFile.Write(all.Right, all.Left.Left, all.Left.Right),
            cancel));
    }

    // A class that has [Sop] on more than one of its declarations is read once, because the symbol is the same.
    private DeclaredSop? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
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
                return isHere ? Read(type, context.TargetNode, cancel) : null;
            }
        }

        return null;
    }

    private DeclaredSop Read(INamedTypeSymbol type, SyntaxNode declaration, CancellationToken cancel)
    {
        PolicyModel? policy = null;
        var name = SopSymbols.FullName(type);
        var sop = Outcome<SopModel>.Of(
            name,
            "read it",
            () =>
            {
                policy = PolicyReader.ReadEmitted(type.ContainingAssembly);
                return _read(type, cancel);
            },
            cancel);
        return new(sop, policy, SopPlace.Of(name, declaration));
    }

    private static IncrementalValueProvider<EquatableArray<SopFailure>> FailuresOf<T>(IncrementalValuesProvider<Outcome<T>> outcomes)
        where T : class, IEquatable<T> => outcomes
        .Where(static outcome => outcome.Failure is not null)
        .Select(static (outcome, _) => new SopFailure(outcome.Class, outcome.Failure!))
        .Collect()
        .Select(static (all, _) => all.ToEquatableArray());

    private static EquatableArray<SopFailure> FailureOf(Outcome<string> text) => text.Failure is { } words ? [new(text.Class, words)] : [];

    private static IncrementalValueProvider<EquatableArray<SopFailure>> All(List<IncrementalValueProvider<EquatableArray<SopFailure>>> parts) => parts
        .Skip(1)
        .Aggregate(parts[0], static (all, next) => all.Combine(next).Select(static (pair, _) => pair.Left.Concat(pair.Right).ToEquatableArray()));

    private static void Add(SourceProductionContext output, Outcome<string> text, string file, EquatableArray<string> ambiguous) =>
        Add(output, text, $"{HintNames.Of(text.Class, ambiguous)}.{file}.g.cs");

    private static void Add(SourceProductionContext output, Outcome<string> text, string name)
    {
        if (text.Value is { } written)
        {
            output.AddSource(name, SourceText.From(written, Utf8));
        }
    }

    // The policy is the same for all SOPs. It is passed beside their models, so that an edit of the policy does not change the models. The
    // place is passed beside them too, because it changes with every line above it.
    private sealed record DeclaredSop(Outcome<SopModel> Sop, PolicyModel? Policy, SopPlace Place);
}
