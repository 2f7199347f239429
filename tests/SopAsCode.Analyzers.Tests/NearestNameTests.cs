using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("Send", "Send", 0)]
    [InlineData("send", "Send", 0)]
    [InlineData("Sned", "Send", 1)]
    [InlineData("Snd", "Send", 1)]
    [InlineData("Sennd", "Send", 1)]
    [InlineData("Sand", "Send", 1)]
    [InlineData("", "Send", 4)]
    [InlineData("Send", "", 4)]
    [InlineData("Draft", "Reply", 5)]
    public void Counts_letters(string from, string to, int distance) => Assert.Equal(distance, EditDistance.Between(from, to));

    [Theory]
    [InlineData("ReviewRepyl", "ReviewReply")]
    [InlineData("Sned", "Send")]
    [InlineData("Bdoy", "Body")]
    [InlineData("tick", "ticket")]
    [InlineData("tckt", "ticket")]
    [InlineData("inv", "invoice")]
    [InlineData("rep", "reply")]
    [InlineData("Seed", "Send")]
    [InlineData("Bld", "Body")]
    [InlineData("Ricet", "ticket")]
    public void One_is_meant(string name, string meant) =>
        Assert.Equal(meant, NearestName.Of(name, ["ReviewReply", "Send", "Body", "ticket", "invoice", "reply"]));

    [Theory]

    // Too short to tell.
    [InlineData("i", "invoice")]
    [InlineData("in", "invoice")]
    [InlineData("Do", "Dup")]

    // Another word.
    [InlineData("Pay", "Send")]
    [InlineData("Fond", "Send")]
    [InlineData("Draft", "Reply")]
    [InlineData("invoice", "inv")]

    // Several are as near.
    [InlineData("rep", "reply", "report")]
    [InlineData("Peek", "Pack", "Pick")]
    public void None_is_clearly_meant(string name, params string[] candidates) => Assert.Null(NearestName.Of(name, candidates));
}
