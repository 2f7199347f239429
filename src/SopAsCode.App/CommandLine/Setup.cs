using SopAsCode.Definitions;
using SopAsCode.Hosting;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>What the program of a team was given.</summary>
/// <param name="Catalogues">Its SOPs.</param>
/// <param name="Open">Opens its store.</param>
/// <param name="Options">What its host gets.</param>
/// <param name="Hosting">How it works in the background; null for the defaults.</param>
/// <param name="IsThere">Whether the store was made before. It is asked by what must not make one.</param>
internal sealed record Setup(
    IReadOnlyList<SopCatalogue> Catalogues,
    Func<CancellationToken, ValueTask<IRunStore>> Open,
    SopHostOptions Options,
    Action<SopHostingOptions>? Hosting,
    Func<bool> IsThere)
{
    /// <summary>All SOPs in use or retired.</summary>
    public IEnumerable<SopDefinition> Sops => Catalogues.SelectMany(catalogue => catalogue.Sops);
}
