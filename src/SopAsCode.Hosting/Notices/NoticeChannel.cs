namespace SopAsCode.Hosting;

/// <summary>Who is told of which items, and how.</summary>
/// <param name="Name">Its name in the store. What it told once it does not tell again.</param>
/// <param name="Role">The type of the role whose items it tells of.</param>
/// <param name="Sender">Makes what tells.</param>
internal sealed record NoticeChannel(string Name, string Role, Func<IServiceProvider, TimeProvider, INoticeSender> Sender);

/// <summary>Where senders come from: the services that the SOPs have, and then those of the host.</summary>
internal sealed class SenderServices(IServiceProvider ofSops, IServiceProvider ofHost) : IServiceProvider
{
    public object? GetService(Type serviceType) => ofSops.GetService(serviceType) ?? ofHost.GetService(serviceType);
}
