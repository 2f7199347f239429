using System.Text.Json;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>
/// The approval that goes with what is handed over to an SOP with approved input: of the very value, or of the list or record from which it is taken
/// unchanged.
/// </summary>
internal static class HandedApproval
{
    /// <summary>The rule about what is handed over without an approval. A waiver of it at the step stands in place of one.</summary>
    public const string Rule = "SOP0907";

    /// <summary>The approval of a value that is handed over, without the values that it covers here; null when nobody approved it.</summary>
    public static GivenApproval? Of(RunInHand hand, string json)
    {
        var wanted = CanonicalJson.Of(json);
        return hand.State.Approvals.LastOrDefault(approval => approval.Values.Any(value =>
            hand.State.Value(value.Type)?.Content == value.Content && Has(hand.TextOf(value.Content), wanted))) is { } found ? found with { Values = [] } : null;
    }

    /// <summary>Why the step must not hand over a value with an approval, in words; null when it may.</summary>
    public static string? Obstacle(RunInHand hand, StepDefinition step, GivenApproval? approval) =>
        approval is null ? hand.State.Approvals.Count == 0 ? "nobody approved it" : "it is not what was approved"
        : approval.Used.Contains(step.Name, StringComparer.Ordinal) ? $"the approval at '{approval.Checkpoint}' was used up when it was handed over before"
        : approval.By.Any(by => !hand.Sop.Roles.Holds(by.Person, by.Role)) ? $"whoever approved at '{approval.Checkpoint}' no longer holds the role"
        : null;

    /// <summary>Whether the step may hand over also what nobody approved.</summary>
    public static bool IsWaived(RunInHand hand, StepDefinition step) => Asking.IsWaived(hand, step, Rule);

    private static bool Has(string json, string wanted)
    {
        using var document = JsonDocument.Parse(json);
        return Has(document.RootElement, wanted);
    }

    // A record or a list inside the approved value is as good as the value itself; one that was put together from parts of it is not.
    private static bool Has(JsonElement value, string wanted) => CanonicalJson.Of(value) == wanted || value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => Has(member.Value, wanted)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Has(item, wanted)),
        _ => false,
    };
}
