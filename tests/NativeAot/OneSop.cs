using SopAsCode.Benchmarks.Running;
using SopAsCode.Definitions;

namespace SopAsCode.NativeAot;

/// <summary>The list of the one SOP that is run.</summary>
internal sealed class OneSop : SopCatalogue
{
    public override IReadOnlyList<CatalogueEntry> Entries { get; } =
        [new() { Definition = SixSteps.Definition, Markdown = "", CreateMachine = SixSteps.CreateSopMachine, Dispatcher = SixSteps.Dispatcher }];

    public override CatalogueDefinition Definition { get; } = new();
}
