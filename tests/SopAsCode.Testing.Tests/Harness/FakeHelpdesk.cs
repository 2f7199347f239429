using TinyTeam.Support;

namespace SopAsCode.Testing.Tests.Harness;

/// <summary>A helpdesk that remembers what it got, and can be out of order.</summary>
internal sealed class FakeHelpdesk : IHelpdesk
{
    /// <summary>How often it does not answer yet.</summary>
    public int Stumbles { get; set; }

    public List<string> Sent { get; } = [];

    public List<string> Macros { get; } = [];

    public Task ApplyMacroAsync(int ticket, string macro, CancellationToken cancel)
    {
        Macros.Add(macro);
        return Task.CompletedTask;
    }

    public Task SendAsync(int ticket, string text, string idempotencyKey, CancellationToken cancel)
    {
        if (Stumbles-- > 0)
        {
            return Task.FromException(new HttpRequestException("the helpdesk does not answer"));
        }

        Sent.Add(text);
        return Task.CompletedTask;
    }
}
