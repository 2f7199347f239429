namespace TinyTeam.Releases;

/// <summary>What puts versions on machines.</summary>
public interface IPipeline
{
    /// <summary>Versions that lie on staging and that nobody has tried since.</summary>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>The versions.</returns>
    Task<IReadOnlyList<Candidate>> WaitingAsync(CancellationToken cancel);

    /// <summary>Puts a version on staging.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it runs there.</returns>
    Task StageAsync(string version, CancellationToken cancel);

    /// <summary>Puts a version live, once per key.</summary>
    /// <param name="version">The version.</param>
    /// <param name="idempotencyKey">The same key never releases twice.</param>
    /// <param name="cancel">Ends the call early.</param>
    /// <returns>When it runs on all machines.</returns>
    Task ReleaseAsync(string version, string idempotencyKey, CancellationToken cancel);
}
