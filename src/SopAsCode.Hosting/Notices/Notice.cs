using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>That an item waits. It has no value, reason or note of the run in it, and nothing in it decides anything.</summary>
public sealed record Notice
{
    /// <summary>
    /// The name of the notice, the same at each attempt: letters and digits. A receiver that keeps these names tells its people once, even when a host was lost
    /// between sending and hearing that it came.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The type of the role that is told.</summary>
    public required string Role { get; init; }

    /// <summary>The title of the SOP.</summary>
    public required string SopTitle { get; init; }

    /// <summary>The item.</summary>
    public required PendingItem Item { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>One line for people, such as a subject of an e-mail: <c>Customer support triage: Review the reply (ticket-17)</c>.</summary>
    public string Line => $"{SopTitle}: {Item.Title} ({Item.Run})";

    /// <summary>
    /// What to tell, as plain text: what waits, until when, and how to look at it. Nothing can be answered by opening a link, so there is none.
    /// </summary>
    public string Text
    {
        get
        {
            StringBuilder text = new();
            text.Append(Line).Append("\n\nItem: ").Append(Item.Id).Append("\nAsked: ").Append(Time(Item.Asked));
            if (Item.Due is { } due)
            {
                text.Append("\nDue: ").Append(Time(due));
            }

            return text.Append("\n\nLook at it with: show ").Append(Item.Id).Append('\n').ToString();
        }
    }

    internal static string Name(string channel, PendingItem item) =>
        "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{item.Id}\n{item.Revision.ToString(CultureInfo.InvariantCulture)}")))[..32];

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
