using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What people read in place of an identifier.</summary>
public class NamingTests
{
    [Theory]
    [InlineData("SupportTriage", "support-triage")]
    [InlineData("FAQEntry", "faq-entry")]
    [InlineData("Step2Of3", "step2-of3")]
    [InlineData("send_the_reply", "send-the-reply")]
    [InlineData("_Reply_", "reply")]
    [InlineData("X", "x")]
    [InlineData("__", "__")]
    [InlineData("", "unnamed")]
    public void Words_with_hyphens(string identifier, string words) => Assert.Equal(words, Naming.Kebab(identifier));

    [Theory]
    [InlineData("Team.Support.Triage", "Triage")]
    [InlineData("Triage", "Triage")]
    public void The_name_alone(string type, string name) => Assert.Equal(name, Naming.Simple(type));
}
