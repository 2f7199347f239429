using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>Words for what a write can do.</summary>
internal static class WriteWords
{
    private static readonly (Impact Impact, string Words)[] Impacts =
    [
        (Impact.Money, "money"),
        (Impact.Customers, "customers"),
        (Impact.Inventory, "inventory"),
        (Impact.Legal, "legal claims"),
        (Impact.Employees, "employee records"),
        (Impact.PublicPages, "public pages"),
    ];

    /// <summary>The harm of a tool: <c>which touches customers and money</c>.</summary>
    public static string Where(Impact impact) => $"which touches {Words(impact)}";

    /// <summary>What is written: <c>what touches customers and money</c>.</summary>
    public static string What(Impact impact) => impact == Impact.None ? "what can't be taken back" : $"what touches {Words(impact)}";

    /// <summary>What can be hurt: <c>customers and money</c>.</summary>
    public static string Words(Impact impact) => MessageText.And([.. Impacts.Where(known => impact.HasFlag(known.Impact)).Select(known => known.Words)]);

    /// <summary>The impacts that have a name.</summary>
    public static Impact Known(Impact impact) => Each(impact).Aggregate(Impact.None, (all, one) => all | one);

    /// <summary>Each single impact.</summary>
    public static IEnumerable<Impact> Each(Impact impact) => Impacts.Select(known => known.Impact).Where(known => impact.HasFlag(known));

    /// <summary>As code writes it: <c>Impact.Customers | Impact.Money</c>.</summary>
    public static string Code(Impact impact) =>
        string.Join(" | ", Impacts.Where(known => impact.HasFlag(known.Impact)).Select(known => $"Impact.{known.Impact}"));

    /// <summary>The tools in which what a step writes can hurt: <c>'Helpdesk' and 'Ledger'</c>.</summary>
    public static string Tools(StepModel step) =>
        string.Join(" and ", step.Access.Where(access => access.HasEffect).Select(access => $"'{access.Tool.Name}'").Distinct(StringComparer.Ordinal));

    /// <summary>The tools a step writes to, and why that matters: <c>'Helpdesk', which touches customers</c>.</summary>
    public static string Target(StepModel step)
    {
        var effects = step.Access.Where(access => access.HasEffect).ToList();
        var impact = effects.Aggregate(Impact.None, (all, access) => all | access.Harm);
        return impact == Impact.None ? $"{Tools(step)}, which can't be taken back" : $"{Tools(step)}, {Where(impact)}";
    }
}
