using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0503: something that an AI helped to make reaches customers or the public, and the SOP does not say whether they are told.</summary>
internal sealed class DisclosureRule() : SopRule(
    Id,
    "Write to outsiders with AI and no word on disclosure",
    "a write to customers or public pages with the help of AI, and no word on whether they are told",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddDisclosure, "add `[Disclosure(…)]` to fill in, told or not needed"))
{
    public const string Id = "SOP0503";

    internal override Requires Requires => Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (Missing(sop.Sop.Disclosure) is not { } missing)
        {
            yield break;
        }

        // There is one decision for the whole SOP.
        foreach (var write in AiHelp.Writes(sop.Graph, Impact.Customers | Impact.PublicPages).Take(1))
        {
            var step = sop.Sop.Steps[write.Step];
            var access = step.Access.First(access => access.Kind == Access.Write && (access.Harm & (Impact.Customers | Impact.PublicPages)) != Impact.None);
            var way = write.Path.Count > 1 ? $"{sop.Graph.Print(write.Path)}: " : "";
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"{way}{MessageText.Of(sop.Sop, step)} writes to '{access.Tool.Name}' with AI, and {missing}: "
                + "add [Disclosure(\"…\")] or one with DisclosureMode.NotNeeded")
            {
                RelatedPlaces = PathSearch.Places(sop.Graph, write.Path),
            };
        }
    }

    private static string? Missing(DisclosureModel? decision) => decision switch
    {
        null => "nothing says whether people are told",
        { Mode: DisclosureMode.Told } told when PlaceholderText.Is(told.Text) => "its disclosure does not say what people are told",
        { Mode: DisclosureMode.NotNeeded } quiet when PlaceholderText.Is(quiet.Because) => "its disclosure does not say why people need not be told",
        _ => null,
    };
}
