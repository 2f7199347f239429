using System.Text.RegularExpressions;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP1001: a title does not match the pattern of the organisation, or an SOP belongs to no value stream.</summary>
internal sealed class TitleRule() : SopRule(
    Id,
    "SOP without a title that fits, or without a value stream",
    "a title that does not fit the pattern of the policy; no value stream",
    new(Starter: Info, Recommended: Info, Strict: Warning))
{
    public const string Id = "SOP1001";

    internal override Requires Requires => Requires.Active | Requires.Class;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (of.FinishedPolicy is { TitlePattern: { } pattern } policy && Breaks(sop.Title, pattern))
        {
            yield return new(
                Id, sop.AttributePlace.At("title"), $"Title '{MessageText.Text(sop.Title)}' of SOP '{sop.Class.Name}' does not fit '{MessageText.Text(pattern)}', the pattern of policy '{policy.Name}': give it a title that does");
        }

        if (sop.ValueStream is null)
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' belongs to no value stream, so it stands nowhere in the list of all SOPs: add [ValueStream<…>]");
        }
    }

    // If the pattern is not valid or takes too long, the title is not to blame.
    private static bool Breaks(string title, string pattern)
    {
        try
        {
            return !PlaceholderText.Is(pattern) && !Regex.IsMatch(title, pattern, RegexOptions.CultureInvariant, Longest);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
