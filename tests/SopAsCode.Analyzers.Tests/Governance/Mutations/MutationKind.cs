namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>A row of the table: what is taken away or contradicted, and what the rules must say.</summary>
/// <param name="Element">What is taken away, in words.</param>
/// <param name="Of">All places of the example at which that can be done.</param>
/// <param name="Expected">The rules that must speak; <c>A|B</c> for one of several; empty for none.</param>
internal sealed record MutationKind(string Element, Func<Elements, IEnumerable<Mutation>> Of, string Expected)
{
    private readonly List<(string Rule, string Because)> _consequences = [];
    private readonly List<(string Subject, string Expected, string Because)> _exceptions = [];

    /// <summary>A rule that may speak too, because the same edit does that as well.</summary>
    public MutationKind May(string rule, string because)
    {
        _consequences.Add((rule, because));
        return this;
    }

    /// <summary>At this place the rules must say something else.</summary>
    public MutationKind But(string subject, string expected, string because)
    {
        _exceptions.Add((subject, expected, because));
        return this;
    }

    /// <summary>What must be said there.</summary>
    public string ExpectedAt(string subject) => _exceptions.FirstOrDefault(exception => exception.Subject == subject) is { Subject: not null } other ? other.Expected : Expected;

    /// <summary>Whether that is what is said.</summary>
    public bool IsMetBy(string subject, IReadOnlyCollection<string> got)
    {
        var groups = ExpectedAt(subject).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => group.Split('|')).ToList();
        return groups.TrueForAll(group => group.Any(rule => got.Contains(rule, StringComparer.Ordinal)))
            && got.All(rule => groups.Exists(group => group.Contains(rule, StringComparer.Ordinal)) || _consequences.Exists(consequence => consequence.Rule == rule));
    }

    /// <summary>Exceptions that name no place of the example.</summary>
    public IEnumerable<string> Stale(IReadOnlyCollection<string> subjects) => _exceptions.Select(exception => exception.Subject).Where(subject => !subjects.Contains(subject, StringComparer.Ordinal));
}
