using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>An SOP with its prompts, and the rule that prevents its generation.</summary>
/// <param name="Sop">The SOP from which files are generated.</param>
/// <param name="Rule">The rule it breaks; null when everything can be generated.</param>
internal sealed record PreparedSop(SopModel Sop, string? Rule)
{
    /// <summary>Checks an SOP.</summary>
    /// <param name="sop">The SOP, as read.</param>
    /// <param name="prompts">The text files that may hold prompts.</param>
    /// <returns>The SOP, ready for generation.</returns>
    public static PreparedSop Of(SopModel sop, EquatableArray<TextFile> prompts)
    {
        var whole = TextFiles.Join(sop, prompts);
        return new(whole, ShapeCheck.Obstacle(FlowBuilder.Build(whole)));
    }
}
