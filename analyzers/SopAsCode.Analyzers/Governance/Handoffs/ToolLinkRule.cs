using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0905: a tool without a link that readers can open. A tool does not belong to one SOP, so it is checked at its declaration.</summary>
internal sealed class ToolLinkRule() : SopRule(
    Id,
    "Tool without a link",
    "a tool without a link",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AddAttribute, "add `[Link(…)]` to fill in"))
{
    public const string Id = "SOP0905";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<Finding> CheckType(TypeContext type)
    {
        if (type.IsSop || ToolReader.Read(type.Type) is not { HasUnfinishedAttribute: false } tool || tool.Links.Any(link => !PlaceholderText.Is(link.Link.Url)))
        {
            yield break;
        }

        if (tool.Links.Count > 0)
        {
            yield return new(Id, tool.Links[0].Place.At("url"), $"The link of tool '{tool.Party.Name}' leads nowhere: write the address of its login, folder or template");
        }
        else
        {
            yield return new(Id, DeclarationPlace.OfClass, $"Tool '{tool.Party.Name}' has no link, so who reads a page can't get to it: add [Link(\"…\", \"https://…\")]")
            {
                Fix = Scaffold.Attribute("Link", Scaffold.Text(tool.Party.Title), Scaffold.ToFillIn),
            };
        }
    }
}
