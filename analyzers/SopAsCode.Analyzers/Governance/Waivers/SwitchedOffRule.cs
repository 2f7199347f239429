namespace SopAsCode.Analyzers;

/// <summary>
/// SOP1107: a config file switches off a rule that a team may choose not to have. It is allowed, and it shows: one finding for the project, at its first SOP.
/// <see cref="SwitchedOffRules"/> finds it.
/// </summary>
internal sealed class SwitchedOffRule() : SopRule(
    Id,
    "Rules that config files switch off",
    "a rule that a config file switches off",
    new(Starter: Info, Recommended: Info, Strict: Warning))
{
    public const string Id = "SOP1107";

    /// <summary>What says that rules are switched off can't be switched off itself.</summary>
    public override bool IsFixed => true;
}
