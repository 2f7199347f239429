using System.Collections.Immutable;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>A kind of file that is generated for an SOP.</summary>
/// <param name="Name">The part of its name after the name of the class.</param>
/// <param name="PartOf">
/// The part of an SOP that the file needs, with everything else unset; null when there is no such file. The file is written again only
/// when its part changes.
/// </param>
/// <param name="Write">Writes the file from its part; null when there is nothing to write.</param>
internal sealed record GeneratedFile(string Name, Func<SopModel, SopModel?> PartOf, Func<FlowGraph, string?> Write)
{
    /// <summary>The files of an SOP whose shape is valid.</summary>
    public static readonly ImmutableArray<GeneratedFile> All =
    [
        // An idea may have no steps yet. Nothing runs it, even if it has steps, because no rule checks its flow.
        new(StateFile.Name, static sop => sop.Steps.Count > 0 ? SopParts.OfStates(sop) : null, StateFile.Write),
        new(StepsFile.Name, static sop => sop.Steps.Any(step => step.Method.NeedsBody) ? SopParts.OfBodies(sop) : null, StepsFile.Write),
        new(MachineFile.Name, static sop => sop.HasRuns ? SopParts.OfMachine(sop) : null, MachineFile.Write),
        new(DispatcherFile.Name, static sop => sop.HasRuns ? SopParts.OfDispatcher(sop) : null, DispatcherFile.Write),
        new(DefinitionFile.Name, SopParts.OfDeclaration, DefinitionFile.Write),
        new(PageFile.Name, SopParts.OfPage, PageFile.Write),
    ];
}
