using System.Collections.Immutable;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>A kind of file that is generated for an SOP.</summary>
/// <param name="Name">What it is called, after the name of the class.</param>
/// <param name="PartOf">
/// The part of an SOP that the file says, everything else unset; null where there is no such file. The file is written again when its part
/// differs, and only then.
/// </param>
/// <param name="Write">Writes the file from its part; null where there is nothing to write.</param>
internal sealed record GeneratedFile(string Name, Func<SopModel, SopModel?> PartOf, Func<FlowGraph, string?> Write)
{
    /// <summary>The files of an SOP of sound shape.</summary>
    public static readonly ImmutableArray<GeneratedFile> All =
    [
        // An idea may have no steps yet. Nothing runs it, whatever it has: no rule looks at its ways.
        new(StateFile.Name, static sop => sop.Steps.Count > 0 ? SopParts.OfStates(sop) : null, StateFile.Write),
        new(StepsFile.Name, static sop => sop.Steps.Any(step => step.Method.NeedsBody) ? SopParts.OfBodies(sop) : null, StepsFile.Write),
        new(MachineFile.Name, static sop => sop.HasRuns ? SopParts.OfMachine(sop) : null, MachineFile.Write),
        new(DispatcherFile.Name, static sop => sop.HasRuns ? SopParts.OfDispatcher(sop) : null, DispatcherFile.Write),
        new(DefinitionFile.Name, SopParts.OfDeclaration, DefinitionFile.Write),
        new(PageFile.Name, SopParts.OfPage, PageFile.Write),
    ];
}
