namespace SopAsCode.Hosting;

/// <summary>Who is told of which items, and how.</summary>
/// <param name="Name">Its name in the store. What it told once it does not tell again.</param>
/// <param name="Role">The type of the role whose items it tells of.</param>
/// <param name="Sender">Makes what tells.</param>
internal sealed record NoticeChannel(string Name, string Role, Func<IServiceProvider, TimeProvider, INoticeSender> Sender);
