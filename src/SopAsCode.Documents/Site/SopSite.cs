using SopAsCode.Documents.Library;
using SopAsCode.Documents.Site;

namespace SopAsCode.Documents;

/// <summary>Makes the site: one folder of pages about all SOPs, which works from disk, without server, network or framework.</summary>
public static class SopSite
{
    /// <summary>Makes the site, and writes what differs.</summary>
    /// <param name="assemblies">What the assemblies say about their SOPs.</param>
    /// <param name="options">Where the site goes, and what it is called.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SiteException">Two SOPs have one id.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public static SiteResult Write(IReadOnlyList<SopAssembly> assemblies, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        ArgumentNullException.ThrowIfNull(options);
        return new SiteFolder(options.Directory).Bring(Pages(assemblies, options));
    }

    internal static IEnumerable<Func<SiteFile>> Pages(IReadOnlyList<SopAssembly> assemblies, SiteOptions options)
    {
        IReadOnlyList<SopAssembly> each = [.. assemblies.DistinctBy(assembly => assembly.Name, StringComparer.Ordinal)];
        RefuseTwins(each);
        return new SiteContent(new SopLibrary(each), options, options.Title ?? (each is [var first, ..] ? first.Name : "SOPs")).Files();
    }

    private static void RefuseTwins(IReadOnlyList<SopAssembly> assemblies)
    {
        var twins = assemblies
            .SelectMany(assembly => assembly.Sops.Select(sop => (assembly.Name, Sop: sop)))
            .GroupBy(sop => sop.Sop.Id, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1)?
            .ToList();
        if (twins is not null)
        {
            throw new SiteException($"{twins[0].Sop.Class} in {twins[0].Name} and {twins[1].Sop.Class} in {twins[1].Name} have the id '{twins[0].Sop.Id}', so they would have one page: give one of them another Id.");
        }
    }
}

/// <summary>Why a site can't be made.</summary>
public sealed class SiteException : Exception
{
    /// <summary>Makes one.</summary>
    public SiteException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">Why.</param>
    public SiteException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What caused it.</param>
    public SiteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
