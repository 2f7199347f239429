using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Summaries;

/// <summary>What people of a role write in the tools of an SOP.</summary>
/// <param name="Role">The role.</param>
/// <param name="Harm">Where these writes can hurt.</param>
public sealed record PersonsWrites(PartyModel Role, Impact Harm);
