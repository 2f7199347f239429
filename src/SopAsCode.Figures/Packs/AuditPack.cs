using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>
/// Makes a folder for an auditor: all runs of a period with all their events, a sample that anybody can draw again, a page for each run of the sample, what
/// controls what, and an anchor. <see cref="PackCheck"/> checks it with nothing but the folder.
/// </summary>
public static class AuditPack
{
    /// <summary>Makes a pack. The folder is there whole, or not at all.</summary>
    /// <param name="store">The store. It is read twice, from its beginning to its end.</param>
    /// <param name="sops">The SOPs, for titles and for what controls what.</param>
    /// <param name="options">What goes into it.</param>
    /// <param name="folder">The folder, which must not be there, or be empty.</param>
    /// <param name="progress">Is told how many events were read so far, in each of two rounds; null for nobody.</param>
    /// <param name="cancel">Ends it early; nothing is left.</param>
    /// <returns>The pack that was made. A record that is not whole is packed too, and its problems are named.</returns>
    /// <exception cref="PackException">The folder is there already, or can't be written; the key can't sign.</exception>
    /// <exception cref="RunStoreException">The store can't be read.</exception>
    public static async Task<MadePack> WriteAsync(IRunStore store, IEnumerable<SopDefinition> sops, PackOptions options, string folder, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Sample, nameof(options));
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var part = $"{place}.part-{Guid.NewGuid():N}";
        try
        {
            DemandFree(place);
            Directory.CreateDirectory(Path.Combine(part, PackFiles.Pages));
            var made = await new PackWriter(store, new(options.Period, sops), options, part, progress).WriteAsync(cancel).ConfigureAwait(false);
            if (Directory.Exists(place))
            {
                Directory.Delete(place);
            }

            Directory.Move(part, place);
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PackException($"'{folder}' can't be written: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    private static void DemandFree(string place)
    {
        if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
        {
            throw new PackException($"'{place}' is there already. Name a new folder: a pack is never mixed with what is in one.");
        }
    }
}
