using Microsoft.Extensions.DependencyInjection;
using SopAsCode.Definitions;

namespace SopAsCode.Hosting;

/// <summary>How a host works in the background.</summary>
public sealed record SopHostingOptions
{
    private readonly List<NoticeChannel> _channels = [];
    private readonly List<ReportSource> _sources = [];

    /// <summary>How many steps of code and AI it does at the same time.</summary>
    public int StepsAtOnce { get; set; } = 8;

    /// <summary>How long it waits before it looks for work again, when there was none.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it waits when the store can't be reached.</summary>
    public TimeSpan PauseAfterTrouble { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How far back it looks for the last time of a schedule that nobody started because no host was running. Only a schedule that has started runs before
    /// is caught up, and only its last time.
    /// </summary>
    public TimeSpan CatchUp { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long it waits for a step that does not end although it was told to, when the time to stop is over.</summary>
    public TimeSpan LastWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the contents of a run are kept after its end: inputs, values, reasons, notes. Once an hour those of older runs are erased; the record stays, and
    /// reveals who did what and when. Null keeps them until somebody erases them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a day.</exception>
    public TimeSpan? KeepContents
    {
        get;
        set => field = value is { } keep && keep < TimeSpan.FromDays(1)
            ? throw new ArgumentOutOfRangeException(nameof(value), keep, "Contents are kept for a day at least after the end of a run: somebody may have to look at it.")
            : value;
    }

    internal IReadOnlyList<NoticeChannel> Channels => _channels;

    internal Uri? ReportsAt { get; private set; }

    internal IReadOnlyList<ReportSource> ReportSources => _sources;

    /// <summary>
    /// Tells by a webhook of items that wait for a role. It is signed by the form of Standard Webhooks, tried again after growing pauses up to a day, and not sent again
    /// once it was taken. It names the item and holds no value, and nothing can be answered by it.
    /// </summary>
    /// <typeparam name="TRole">The role, as items name it. Items for a role that it derives from are told by that role's webhook.</typeparam>
    /// <param name="address">Where to: https, or http on this machine.</param>
    /// <param name="secret">24 to 64 bytes in base64, with or without <c>whsec_</c> before it. Take it from the configuration, not from code.</param>
    /// <exception cref="ArgumentException">The address or the secret can't be used, or the role has a webhook already.</exception>
    public void NotifyByWebhook<TRole>(Uri address, string secret)
        where TRole : Role
    {
        _ = WebhookSender.Secret(secret);
        var checkedAddress = WebhookSender.Address(address);
        Add<TRole>("webhook", (_, time) => new WebhookSender(checkedAddress, secret, time));
    }

    /// <summary>Tells of items that wait for a role by a service of the host, such as one that sends e-mails.</summary>
    /// <typeparam name="TRole">The role, as items name it.</typeparam>
    /// <typeparam name="TSender">The service.</typeparam>
    /// <exception cref="ArgumentException">The role is told by such a service already.</exception>
    public void NotifyBy<TRole, TSender>()
        where TRole : Role
        where TSender : class, INoticeSender => Add<TRole>(typeof(TSender).Name, (services, _) => services.GetRequiredService<TSender>());

    /// <summary>
    /// Listens for reports of an AI or an automation in another product, which a step declares with <c>Outside = true</c> or without a body: a <c>POST</c> to
    /// <c>reports</c> below the address. Whoever reports has a key of its own, is named in the record, and answers nothing that waits for a person. Without a call of
    /// this method the host does not listen.
    /// </summary>
    /// <param name="address">Where: http on this machine, such as <c>http://127.0.0.1:5080</c>, the same for all who report. For others put a proxy before it that speaks https.</param>
    /// <param name="from">Who reports, as the record names it.</param>
    /// <param name="keyFrom">The variable of the environment that has its key, 24 letters at least. It is read by <c>AddSopHosting</c>, which throws without one.</param>
    /// <exception cref="ArgumentException">The address can't be used or is another than before, or that name reports already.</exception>
    public void ListenForReports(Uri address, string from, string keyFrom)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(keyFrom);
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttp || !address.IsLoopback || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The address for reports is one of this machine, such as http://127.0.0.1:5080. For others put a proxy before it that speaks https.", nameof(address));
        }

        var place = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        if (ReportsAt is { } other && other != place)
        {
            throw new ArgumentException($"Reports are taken at {other} already, and at one address only.", nameof(address));
        }

        if (_sources.Exists(source => source.Name == from))
        {
            throw new ArgumentException($"'{from}' reports already.", nameof(from));
        }

        ReportsAt = place;
        _sources.Add(new(from, keyFrom));
    }

    private void Add<TRole>(string kind, Func<IServiceProvider, TimeProvider, INoticeSender> sender)
        where TRole : Role
    {
        var role = NamedType.NameOf(typeof(TRole));
        var name = $"{role} by {kind}";
        if (_channels.Exists(channel => channel.Name == name))
        {
            throw new ArgumentException($"'{typeof(TRole).Name}' is told by {kind} already.", nameof(kind));
        }

        _channels.Add(new(name, role, sender));
    }
}
