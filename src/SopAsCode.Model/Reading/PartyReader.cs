using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>Reads roles, agents, tools and value streams.</summary>
internal static class PartyReader
{
    /// <summary>Reads one where it is named.</summary>
    public static PartyModel Read(INamedTypeSymbol type, Site site)
    {
        string? title = null;
        string? model = null;
        List<LinkModel> links = [];
        foreach (var attribute in AttributeReading.AllOn(type, site))
        {
            switch (attribute.Word)
            {
                case "Title":
                    title = attribute.Text(0);
                    break;
                case "Model":
                    model = attribute.Text(0);
                    break;
                case "Link":
                    links.Add(Link(attribute));
                    break;
            }
        }

        return new(TypeNames.Plain(type), string.IsNullOrWhiteSpace(title) ? Naming.Phrase(type.Name) : title!, site)
        {
            Model = model,
            Links = links.ToEquatableArray(),
        };
    }

    /// <summary>Reads a link.</summary>
    public static LinkModel Link(AttributeReading attribute) => new(attribute.Text(0) ?? "", attribute.Text(1) ?? "");
}
