using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>What a pack is compared with, beside itself.</summary>
public sealed record PackWitnesses
{
    /// <summary>The seal that was kept elsewhere; null for none.</summary>
    public string? Seal { get; init; }

    /// <summary>A public key of ECDSA as PEM, with which the signature is checked; null for none.</summary>
    public string? PublicKey { get; init; }

    /// <summary>Heads that were exported earlier and kept elsewhere; null for none.</summary>
    public IReadOnlyList<AnchorLine>? Anchor { get; init; }
}

/// <summary>What was found in a pack.</summary>
public sealed record PackVerdict
{
    /// <summary>What the pack says about itself; null when that can't be read.</summary>
    public PackStatement? Statement { get; init; }

    /// <summary>The SHA-256 of <c>pack.json</c> as it is; null when it is missing.</summary>
    public string? Seal { get; init; }

    /// <summary>How many runs there are in the events.</summary>
    public required int Runs { get; init; }

    /// <summary>How many events there are.</summary>
    public required int Events { get; init; }

    /// <summary>How many heads of the other anchor were compared. Its other heads are of runs that are not in the pack.</summary>
    public required int AnchorsCompared { get; init; }

    /// <summary>Whether there is a signature that was checked and is right; null when there is one and no key was given, or none.</summary>
    public bool? IsSignatureRight { get; init; }

    /// <summary>What does not fit; nothing when the pack is whole.</summary>
    public required IReadOnlyList<PackProblem> Problems { get; init; }
}

/// <summary>Checks a pack with nothing but its folder.</summary>
public static class PackCheck
{
    /// <summary>Checks it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="witnesses">What it is compared with, beside itself; null for nothing.</param>
    /// <param name="progress">Is told how many events were read so far; null for nobody.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="PackException">There is no such folder, or it can't be read; the key is none.</exception>
    public static async Task<PackVerdict> VerifyAsync(string folder, PackWitnesses? witnesses = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            throw new PackException($"There is no folder '{folder}'.");
        }

        try
        {
            return await new PackReader(folder, witnesses ?? new(), progress).ReadAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PackException($"'{folder}' can't be read: {e.Message}", e);
        }
    }
}
