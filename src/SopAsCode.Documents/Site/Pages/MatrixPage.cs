using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>Who has which part in which procedure, in one table.</summary>
internal static class MatrixPage
{
    private static readonly (Part Part, string Letter, string Words)[] Letters =
    [
        (Part.Owns, "O", "owns"),
        (Part.Approves, "A", "approves"),
        (Part.Does, "D", "does"),
        (Part.Backs, "B", "backup"),
        (Part.Checks, "S", "looks at samples"),
        (Part.Serves, "M", "builds, reviews or documents"),
        (Part.Consulted, "C", "is asked"),
        (Part.Informed, "I", "is told"),
    ];

    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var library = site.Library;
        var links = new Links(library, "");
        var roles = library.AllRoles.Where(role => library.ByRole[role.Type].Any(part => !part.Sop.IsIdea)).ToList();
        var parts = library.InRoles.ToLookup(part => part.Sop.Slug, StringComparer.Ordinal);
        var rows = library.InUse.Select(sop =>
        {
            var own = parts[sop.Slug].ToDictionary(part => part.Role.Type, part => part.Part, StringComparer.Ordinal);
            return (Markup[])[links.Sop(sop), .. roles.Select(role => own.TryGetValue(role.Type, out var part) ? Cell(part) : Markup.None)];
        }).ToList();
        return new("matrix.html", "Responsibilities", Markup.Of($"""
            <h1>Responsibilities</h1>
            <p class="lead">Who has which part in which procedure.</p>
            <p class="legend">{Markup.Join(" ", Letters.Select(letter => Markup.Of($"<span class=\"badge\"><strong>{letter.Letter}</strong> {letter.Words}</span>")))}</p>
            <div class="wide">{Tables.Of("Responsibilities", ["Procedure", .. roles.Select(role => role.Title)], rows)}</div>
            """));
    }

    private static Markup Cell(Part part) => Markup.Join(" ", Letters.Where(letter => part.HasFlag(letter.Part)).Select(letter => Markup.Of($"<abbr title=\"{letter.Words}\">{letter.Letter}</abbr>")));
}
