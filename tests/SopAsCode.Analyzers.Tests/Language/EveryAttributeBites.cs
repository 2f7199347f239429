using System.Reflection;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>
/// Everything declared must bite: an attribute that is left out, and each part of it that says something else, change what the rules
/// say, what runs, or what the page tells its readers. A definition, summary or catalogue that only copies a text does not count.
/// </summary>
public class EveryAttributeBites
{
    private static readonly Declared Whole = new(WholeProject.Of());
    private static readonly Declared Policy = new(WholeProject.Around(Policed.Source));

    private static readonly Variant InPolicy = new(IsInPolicy: true);

    /// <summary>Where the text that fits any member of its type would not be legal, or would say the same, or where another place shows more.</summary>
    private static readonly Dictionary<string, Variant> Special = new(StringComparer.Ordinal)
    {
        ["Allow.UpTo"] = new("DataClass.Public"),
        ["AllowWaiver"] = InPolicy,
        ["Cap"] = InPolicy,
        ["Cap.impact"] = InPolicy,
        ["Cap.level"] = InPolicy,
        ["Change.Moves"] = new("\"AskFinance -> Nowhere\""),
        ["Holder.person"] = InPolicy with { Value = "\"sam@example.com\"" },
        ["Holds"] = InPolicy,
        ["Holds.dataClass"] = InPolicy,
        ["MaxApprovalShare"] = InPolicy,
        ["MaxApprovalShare.percent"] = InPolicy with { Value = "90" },
        ["MaxSteps"] = InPolicy,
        ["MaxSteps.count"] = InPolicy,
        ["MinimumTrial"] = InPolicy,
        ["MinimumTrial.days"] = InPolicy,
        ["OnReject"] = new(Near: "AtMost"),
        ["Prompt.text"] = new(Near: "Sort {ticket"),
        ["RequireApprover"] = InPolicy,
        ["RequireApprover.impact"] = InPolicy,
        ["RequireMetric"] = InPolicy,
        ["Title"] = InPolicy with { Near = "Assistant" },
        ["TitlePattern"] = InPolicy,
        ["Touches"] = InPolicy,
        ["Touches.impact"] = InPolicy,
        ["WaiverLimit"] = InPolicy,
        ["WaiverLimit.days"] = InPolicy,
    };

    /// <summary>Every attribute, as a whole and by its parts.</summary>
    public static TheoryData<string, string> Members
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var attribute in Attributes)
            {
                all.Add(NameOf(attribute), "");
                foreach (var member in MembersOf(attribute))
                {
                    all.Add(NameOf(attribute), member);
                }
            }

            return all;
        }
    }

    private static IEnumerable<Type> Attributes => typeof(Sop).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Attribute)) && type != typeof(SopSummaryAttribute))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Bites(string attribute, string member)
    {
        var key = Key(attribute, member);
        var variant = Special.GetValueOrDefault(key) ?? new Variant();
        var declared = variant.IsInPolicy ? Policy : Whole;
        var type = Attributes.Single(type => NameOf(type) == attribute);
        var changed = await declared.ChangedAsync(node => AttributeEdit.Of(node, type, member, variant.Value), attribute, variant.Near);
        Assert.True(changed is not null, $"{key} changes neither a finding, nor what runs, nor the page.");
    }

    [Fact]
    public void Every_exception_is_about_something_there_is()
    {
        var keys = Attributes.SelectMany(type => MembersOf(type).Prepend("").Select(member => Key(NameOf(type), member))).ToList();
        Assert.Empty(Special.Keys.Except(keys, StringComparer.Ordinal));
    }

    private static string Key(string attribute, string member) => member.Length == 0 ? attribute : $"{attribute}.{member}";

    private static string NameOf(Type attribute) => attribute.Name.Split('`')[0][..^nameof(Attribute).Length];

    private static IEnumerable<string> MembersOf(Type attribute) =>
    [
        .. attribute.GetGenericArguments().Select(argument => argument.Name),
        .. attribute.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name!).Distinct(StringComparer.Ordinal),
        .. attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod?.IsPublic == true).Select(property => property.Name),
    ];

    /// <summary>How a part of an attribute is made to say something else.</summary>
    /// <param name="Value">The other value; null for the one that fits its type.</param>
    /// <param name="Near">What the attribute, or what it stands on, contains; the first one of its name when empty.</param>
    /// <param name="IsInPolicy">Whether it is tried with an SOP that its policy has much to say about, rather than with the whole language.</param>
    private sealed record Variant(string? Value = null, string Near = "", bool IsInPolicy = false);
}
