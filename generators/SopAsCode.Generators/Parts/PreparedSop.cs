using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>An SOP with its prompts, and what keeps it from being generated.</summary>
/// <param name="Sop">What is generated from.</param>
/// <param name="Rule">The rule it breaks; null when everything can be generated.</param>
internal sealed record PreparedSop(SopModel Sop, string? Rule)
{
    /// <summary>Looks at an SOP.</summary>
    /// <param name="sop">The SOP, as read.</param>
    /// <param name="prompts">The texts that prompts may stand in.</param>
    /// <returns>The SOP, ready to be written.</returns>
    public static PreparedSop Of(SopModel sop, EquatableArray<PromptFile> prompts)
    {
        var whole = PromptFiles.Join(sop, prompts);
        return new(whole, ShapeCheck.Obstacle(FlowBuilder.Build(whole)));
    }
}
