using Microsoft.CodeAnalysis;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

public class SecretTests
{
    private const string Rule = "SOP0603";
    private static readonly string Key = "sk" + "-" + new string('0', 32);

    public static TheoryData<string, string> Keys => new()
    {
        { Key, "an API key" },
        { "sk" + "-ant-api03-" + new string('0', 40), "an API key" },
        { "sk" + "_live_" + new string('0', 24), "a Stripe key" },
        { "gh" + "p_" + new string('0', 36), "a GitHub token" },
        { "sk" + "_test_" + new string('0', 24), "a Stripe key" },
        { "rk" + "_live_" + new string('0', 24), "a Stripe key" },
        { "gh" + "o_" + new string('0', 36), "a GitHub token" },
        { "gh" + "u_" + new string('0', 36), "a GitHub token" },
        { "gh" + "s_" + new string('0', 36), "a GitHub token" },
        { "gh" + "r_" + new string('0', 36), "a GitHub token" },
        { "github" + "_pat_" + new string('0', 60), "a GitHub token" },
        { "gl" + "pat-" + new string('0', 20), "a GitLab token" },
        { "xox" + "b-" + new string('0', 24), "a Slack token" },
        { "xox" + "p-" + new string('0', 24), "a Slack token" },
        { "xox" + "a-" + new string('0', 24), "a Slack token" },
        { "xox" + "r-" + new string('0', 24), "a Slack token" },
        { "xox" + "s-" + new string('0', 24), "a Slack token" },
        { "AK" + "IA" + new string('0', 16), "an AWS access key" },
        { "AS" + "IA" + new string('0', 16), "an AWS access key" },
        { "np" + "m_" + new string('0', 36), "an npm token" },
        { "hf" + "_" + new string('0', 34), "a Hugging Face token" },
        { "AI" + "za" + new string('0', 35), "a Google API key" },
        { "gh" + "p_" + string.Concat(Enumerable.Repeat("AZaz09", 6)), "a GitHub token" },
        { "AK" + "IA" + string.Concat(Enumerable.Repeat("AZ09", 4)), "an AWS access key" },
        { "-----BEGIN " + "PRIVATE KEY-----", "a private key" },
        { "-----BEGIN " + "RSA PRIVATE KEY-----", "a private key" },
        { "-----BEGIN " + "OPENSSH PRIVATE KEY-----", "a private key" },
    };

    public static TheoryData<string> Harmless =>
    [
        "sk-learn-is-a-library-of-many-long-words-2",
        "task-000000000000000000000000000000",
        "sk-0000",
        "Keys start with sk- or ghp_",
        "AK" + "IAIOSFODNN7" + "EXAMPLE",
        "AK" + "IA" + new string('0', 17),
        "-----BEGIN " + "PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----",
        "Password: ask the founder",
        "Never ask for the password",
        "The pwd =",
        "See postgres://shop",
        "nopassword=hunter22",
        "password={login.Password}",
        "Password=<password>;",
        "pwd=****",
        "pwd=xxxxxxxx",
        "pwd=abc",
        "https://example.com:8080/path",
        "mailto:ana@example.com",
        "https://{user}:{password}@example.com",
    ];

    public static TheoryData<string> Passwords =>
    [
        "Server=db;Password=hunter22;",
        "pwd = hunter22",
        "pwd=abcd",
        "postgres://shop:hunter22@db.example.com/shop",
        "redis://:hunter22@cache.example.com:6379",
        "AccountKey=abcd0123abcd0123abcd==",
        "SharedAccessKey=abcd0123abcd0123abcd==",
        "passwd=hunter22",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_an_error_that_no_message_repeats(string key, string name)
    {
        var run = await CheckAsync(Sop("", $"Guardrail(\"Use {{|SOP0603:{key}|}} for it\")"));
        Assert.Equal(
            $"A text of 'Answer.Draft' holds what looks like {name}: remove it, have it replaced where it was issued, and keep the new one in a secret store",
            run.Message(Rule));
        Assert.Equal(DiagnosticSeverity.Error, run.Single(Rule).Severity);
        Assert.DoesNotContain(key, run.Message(Rule), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task A_password_is_a_warning(string text)
    {
        var source = Sop("", $"Instructions(\"{text}\")");
        var finding = Assert.Single((await PlainRun.OfAsync(source)).Findings, finding => finding.Id == Rule);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.DoesNotContain("hunter22", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server=db;{|SOP0603:Password=hunter22|};Timeout=5")]
    [InlineData("a {|SOP0603:pwd = hunter22|} b")]
    [InlineData("{|SOP0603:pwd=hunter22|},b")]
    [InlineData("{|SOP0603:pwd=hunter22|}&b=c")]
    [InlineData("'{|SOP0603:pwd=hunter22|}'")]
    [InlineData("{|SOP0603:pwd=hunter22|}")]
    [InlineData("ftp://{|SOP0603:shop:hunter22|}@db.example.com/shop")]
    [InlineData("See https://example.com/a:b and ftp://{|SOP0603:shop:hunter22|}@db, not https://example.com?a:b@c")]
    public Task A_password_is_marked_and_nothing_around_it(string text) => CheckAsync(Sop("", $"Instructions(\"{text}\")"));

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Look_alikes(string text) => CheckAsync(Sop($"[Note(\"{text.Replace("{", "{", StringComparison.Ordinal)}\")]", "Guardrail(\"Short\")"));

    [Theory]
    [InlineData("[Note(\"x {0}\")]")]
    [InlineData("[Link(\"Queue\", \"https://example.com/?key={0}\")]")]
    [InlineData("[Example(\"One\", \"{0}\")]")]
    [InlineData("[EdgeCase(\"One\", \"{0}\")]")]
    [InlineData("[Fallback(\"{0}\", SwitchWhen = \"x\")]")]
    [InlineData("[Fallback(\"x\", SwitchWhen = \"{0}\")]")]
    [InlineData("[Checklist(\"One\", \"{0}\")]")]
    [InlineData("[Purpose(\"x\", Output = \"{0}\")]")]
    public async Task Every_text_of_the_class(string attribute) => Assert.StartsWith(
        "A text of SOP 'Answer' holds",
        (await CheckAsync(Sop(attribute.Replace("{0}", $"{{|SOP0603:{Key}|}}", StringComparison.Ordinal), "Guardrail(\"x\")"))).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Prompt(\"{0}\")")]
    [InlineData("Instructions(\"{0}\")")]
    [InlineData("Limitation(\"x\", Workaround = \"{0}\")")]
    [InlineData("Note(\"{0}\")")]
    public Task Every_text_of_a_step(string attribute) => CheckAsync(
        Sop("", attribute.Replace("{0}", $"{{|SOP0603:{Key}|}}", StringComparison.Ordinal)).Replace("Prompt(\"x\"), Prompt", "Prompt", StringComparison.Ordinal));

    [Fact]
    public async Task A_prompt_file() => Assert.StartsWith(
        "Prompt file 'prompts/a.md' of 'Answer.Draft' holds what looks like an API key",
        (await CheckAsync(SopProject.Of(Sop("", "Note(\"x\")").Replace("Prompt(\"x\")", "Prompt(File = {|SOP0603:\"prompts/a.md\"|})", StringComparison.Ordinal)).WithAdditionalFile("prompts/a.md", $"Use {Key}\n"))).Message(Rule),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_words_around_SOPs() => Assert.StartsWith(
        "A text of 'Queue' holds",
        (await CheckAsync($"[Link(\"Queue\", \"https://example.com/?key={{|SOP0603:{Key}|}}\")] public sealed class Queue : Tool;")).Message(Rule),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("public sealed class Mine : Attribute { public Mine(string text) => _ = text; }\n[Mine(\"{0}\")] public sealed class Queue : Tool;")]
    [InlineData("public static class Keys { public const string One = \"{0}\"; }")]
    [InlineData("[Link(\"Queue\", \"{0}\")] public sealed class Queue;")]
    public Task Silent_about_texts_of_others(string source) => CheckAsync(source.Replace("{0}", Key, StringComparison.Ordinal));

    [Fact]
    public Task Also_where_nothing_runs_any_more() => CheckAsync(Sop($"[Note(\"{{|SOP0603:{Key}|}}\")]", "Note(\"x\")").Replace("[Sop(\"Answer\")]", "[Sop(\"Answer\", Stage = Stage.Retired)]", StringComparison.Ordinal));

    private static string Sop(string ofClass, string ofStep) => $$"""
        [Sop("Answer")]{{ofClass}} public partial class Answer : Sop
        {
            [AiStep<Writer>("Draft"), Prompt("x"), {{ofStep}}] public partial Task<Reply> Draft();
        }
        """;

    private static Task<AnalyzerRun> CheckAsync(SopProject project) => AnalyzerRun.CheckAsync(project, [Rule]);
}
