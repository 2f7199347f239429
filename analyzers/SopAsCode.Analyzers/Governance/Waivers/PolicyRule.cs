using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP1105: a policy contradicts itself or another policy, states something impossible, or states something where it does not count. A policy is checked at its
/// declaration.
/// </summary>
internal sealed class PolicyRule() : SopRule(
    Id,
    "Policy that contradicts itself",
    "a policy that contradicts itself or another one, or says what can't be",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP1105";

    internal override IEnumerable<Finding> CheckType(TypeContext type) => !type.IsSop && SopSymbols.DerivesFrom(type.Type, "Policy") ? Check(type.Type) : [];

    private static IEnumerable<Finding> Check(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
        {
            return Abstract(type);
        }

        var policy = PolicyReader.Of(type);
        var rivals = Rivals(policy, PolicyReader.Rivals(type.ContainingAssembly));
        return policy.HasUnfinishedAttribute ? rivals : [.. rivals, .. Bases(type), .. Caps(policy), .. Allowances(policy), .. Numbers(policy), .. Pattern(policy), .. Leaves(policy)];
    }

    private static IEnumerable<Finding> Rivals(PolicyModel policy, IReadOnlyList<string> rivals)
    {
        if (rivals.Contains(policy.Type, StringComparer.Ordinal))
        {
            var others = rivals.Where(rival => rival != policy.Type).Select(rival => $"'{Naming.Simple(rival)}'").ToList();
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"Policy '{policy.Name}' stands beside {string.Join(" and ", others)} and nothing says which one counts, so none does: add [assembly: UsePolicy<{policy.Name}>], or keep one");
        }
    }

    // A policy that other projects can name may count for them, so nothing is reported unless its own project shows that it should count there.
    private static IEnumerable<Finding> Abstract(INamedTypeSymbol type)
    {
        var (assembly, words) = (type.ContainingAssembly, PolicyReader.WordsOf(type));
        if (words.Count == 0 || PolicyReader.Of(type).HasUnfinishedAttribute)
        {
            yield break;
        }

        var counting = PolicyReader.Find(assembly);
        var heir = PolicyReader.Declared(assembly).FirstOrDefault(policy => BasesOf(policy).Contains(type, SymbolEqualityComparer.Default));
        if (!SymbolEqualityComparer.Default.Equals(counting, type)
            && (heir is not null || !IsSeenOutside(type) || (counting is null && PolicyReader.Rivals(assembly).Count == 0 && !DeclaredSops.Of(assembly, CancellationToken.None).All.IsEmpty)))
        {
            var where = heir is null ? "the policy that counts, or take 'abstract' away" : $"'{heir.Name}' itself";
            yield return new(Id, DeclarationPlace.OfClass, $"Policy '{type.Name}' is abstract, so its {Entries(words)} not count: put {It(words)} on {where}");
        }
    }

    // An abstract base class of the same assembly gets its own finding. Entries that the policy repeats itself are not missing.
    private static IEnumerable<Finding> Bases(INamedTypeSymbol type)
    {
        if (!SymbolEqualityComparer.Default.Equals(PolicyReader.Find(type.ContainingAssembly), type))
        {
            yield break;
        }

        var own = PolicyReader.WordsOf(type);
        foreach (var ancestor in BasesOf(type).Where(ancestor => !ancestor.IsAbstract || !SymbolEqualityComparer.Default.Equals(ancestor.ContainingAssembly, type.ContainingAssembly)))
        {
            var lost = PolicyReader.WordsOf(ancestor).Except(own, StringComparer.Ordinal).ToList();
            if (lost.Count > 0)
            {
                yield return new(Id, DeclarationPlace.OfClass, $"Policy '{type.Name}' derives from '{ancestor.Name}', but policies inherit nothing, so its {Entries(lost)} not count here: put {It(lost)} on '{type.Name}' itself");
                yield break;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol policy)
    {
        for (var ancestor = policy.BaseType; ancestor is not null && !SopSymbols.IsOurs(ancestor, "Policy"); ancestor = ancestor.BaseType)
        {
            yield return ancestor.OriginalDefinition;
        }
    }

    private static bool IsSeenOutside(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Entries(IReadOnlyList<string> words) => $"{MessageText.And([.. words.Select(word => $"[{word}]")])} {(words.Count == 1 ? "does" : "do")}";

    private static string It(IReadOnlyList<string> words) => words.Count == 1 ? "it" : "them";

    private static IEnumerable<Finding> Caps(PolicyModel policy)
    {
        for (var i = 0; i < policy.Caps.Count; i++)
        {
            var cap = policy.Caps[i];
            for (var j = 0; j < i; j++)
            {
                var both = cap.Impact & policy.Caps[j].Impact;
                if (both != Impact.None && cap.Level != policy.Caps[j].Level)
                {
                    yield return new(
                        Id, policy.PlaceOf("Cap", i), $"Policy '{policy.Name}' caps {WriteWords.Code(both)} at {policy.Caps[j].Level} and, here, at {cap.Level}: keep one of the two")
                    {
                        RelatedPlaces = [policy.PlaceOf("Cap", j)],
                    };
                    break;
                }
            }
        }
    }

    private static IEnumerable<Finding> Allowances(PolicyModel policy) =>
    [
        .. Twice(policy, policy.Agents.Select(agent => (agent.Agent, agent.UpTo.ToString())), "see data up to"),
        .. Twice(policy, policy.Tools.Select(tool => (tool.Tool, tool.UpTo.ToString())), "be used up to"),
    ];

    private static IEnumerable<Finding> Twice(PolicyModel policy, IEnumerable<(PartyModel Party, string UpTo)> allowed, string what)
    {
        foreach (var same in allowed.GroupBy(entry => entry.Party.Type, StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var (party, upTo) in same.Where(entry => entry.UpTo != first.UpTo))
            {
                yield return new(Id, party.Place, $"Policy '{policy.Name}' lets '{party.Name}' {what} {first.UpTo} and, here, {what} {upTo}: keep one of the two") { RelatedPlaces = [first.Party.Place] };
            }
        }
    }

    private static IEnumerable<Finding> Numbers(PolicyModel policy) =>
    [
        .. Number(policy, "MaxApprovalShare", "percent", policy.MaxApprovalShare, 1, 100, "a share goes from 1 to 100 percent"),
        .. Number(policy, "MinimumTrial", "days", policy.MinimumTrial, 0, int.MaxValue, "a trial can't be negative"),
        .. Number(policy, "WaiverLimit", "days", policy.WaiverLimit, 0, int.MaxValue, "a waiver can't be shorter than nothing"),
        .. Number(policy, "MaxSteps", "count", policy.MaxSteps, 1, int.MaxValue, "an SOP has at least one step"),
    ];

    private static IEnumerable<Finding> Number(PolicyModel policy, string word, string argument, int? stated, int least, int most, string why)
    {
        if (stated is { } number && (number < least || number > most))
        {
            yield return new(Id, policy.PlaceOf(word).At(argument), $"[{word}] of policy '{policy.Name}' is {number.ToString(CultureInfo.InvariantCulture)}, but {why}");
        }
    }

    private static IEnumerable<Finding> Pattern(PolicyModel policy)
    {
        if (policy.TitlePattern is { } pattern && !CanBeRead(pattern))
        {
            yield return new(
                Id, policy.PlaceOf("TitlePattern").At("regex"), $"[TitlePattern] of policy '{policy.Name}' is '{MessageText.Text(pattern)}', which can't be read as a regular expression, so no title is checked: mend it");
        }
    }

    private static bool CanBeRead(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<Finding> Leaves(PolicyModel policy)
    {
        for (var i = 0; i < policy.AllowedWaivers.Count; i++)
        {
            var rule = policy.AllowedWaivers[i];
            if (!Rules.Has(rule) || Waivable.IsNever(rule))
            {
                var why = Rules.Has(rule) ? "which can't be waived at all: remove it"
                    : Waivable.Nearest(rule) is { } nearest ? $"which is no rule: did you mean {nearest}?"
                    : "which is no rule: write the id of one, or remove it";
                yield return new(Id, policy.PlaceOf("AllowWaiver", i).At("ruleId"), $"Policy '{policy.Name}' allows waivers of '{MessageText.Text(rule)}', {why}");
            }
        }
    }
}
