using SopAsCode;

namespace TinyTeam.Releases;

/// <summary>A version of the shop that could go live.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Changes">What changed, a line each.</param>
/// <param name="ChangesData">It changes the database, so that a step back needs a look first.</param>
[Data(DataClass.Internal)]
public sealed record Candidate([property: Key] string Version, IReadOnlyList<string> Changes, bool ChangesData);

/// <summary>How the version did when somebody tried it.</summary>
/// <param name="IsGood">Nothing that matters is broken.</param>
/// <param name="Notes">What was seen.</param>
[Data(DataClass.Internal)]
public sealed record Trial(bool IsGood, string Notes);

/// <summary>How the shop is after the release.</summary>
/// <param name="IsHealthy">Orders and errors look as before.</param>
[Data(DataClass.Internal)]
public sealed record Health(bool IsHealthy);
