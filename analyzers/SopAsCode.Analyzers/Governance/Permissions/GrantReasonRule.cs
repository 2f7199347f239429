using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0212: a grant without a day or without a reason. Whoever asks a year later finds nobody's answer.</summary>
internal sealed class GrantReasonRule() : SopRule(
    Id,
    "A grant says since when it holds and why",
    "a grant without its day or its reason",
    new(Starter: Info, Recommended: Warning, Strict: Error))
{
    public const string Id = "SOP0212";

    public override bool SpeaksElsewhere => true;

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        if (!grant.IsComplete)
        {
            yield break;
        }

        // A day that is written and can't be read is told by SOP0005.
        var on = Lacks("On", day => day is null);
        var because = Lacks("Because", PlaceholderText.Is);
        if (on || because)
        {
            yield return grant.Find(Id, grant.Syntax.Name, Words(on, because));
        }

        bool Lacks(string name, Func<string?, bool> isUnset) =>
            grant.Argument(name) is not { } written || (grant.ValueOf(written) is { HasValue: true, Value: var value } && isUnset(value as string));
    }

    private static string Words(bool on, bool because) => (on, because) switch
    {
        (true, true) => "says neither since when it holds nor why: add On = \"…\" and Because = \"…\"",
        (true, false) => "does not say since when it holds: add On = \"…\"",
        _ => "does not say why: add Because = \"…\"",
    };
}
