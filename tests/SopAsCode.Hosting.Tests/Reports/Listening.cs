using SopAsCode.Hosting.Tests.Harness;
using SopAsCode.Hosting.Tests.Sops;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting.Tests.Reports;

/// <summary>When a host listens for reports, and when it does not.</summary>
public sealed class Listening
{
    [Fact]
    public async Task It_says_later_while_the_store_has_trouble_and_nobody_answers_when_it_has_stopped()
    {
        Desk desk = new();
        await using (desk)
        {
            await desk.InitializeAsync();
            var run = await desk.ResearchAsync();
            desk.HasTrouble = true;
            var later = await desk.PostAsync(Desk.Report(run));
            Assert.Equal((503, "NotNow", TimeSpan.FromSeconds(10)), (later.Status, later.Kind, later.Headers.RetryAfter!.Delta));
            Assert.DoesNotContain("server", later.Text("detail"), StringComparison.Ordinal);
            desk.HasTrouble = false;
            desk.IsBroken = true;
            var broken = await desk.PostAsync(Desk.Report(run));
            Assert.Equal((500, "Failed"), (broken.Status, broken.Kind));
            Assert.DoesNotContain("SECRET", broken.Text("detail"), StringComparison.Ordinal);
            desk.IsBroken = false;
            Assert.Equal(200, (await desk.PostAsync(Desk.Report(run))).Status);

            Assert.Contains(
                "Reports can't be taken at",
                (await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Place.StartHostAsync(desk.Listen))).Message,
                StringComparison.Ordinal);
            await desk.Host.StopAsync(TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<HttpRequestException>(() => desk.PostAsync(Desk.Report(run)));
        }
    }

    [Theory]
    [InlineData(null, "'TESTS_A_KEY' is missing")]
    [InlineData(" ", "'TESTS_A_KEY' is missing")]
    [InlineData("12345678901234567890123", "'TESTS_A_KEY' has fewer than 24 letters")]
    [InlineData("123456789012345678901234", "report with the same key")]
    public async Task A_host_without_a_key_for_each_does_not_start(string? key, string problem)
    {
        await using var place = new Place();
        Environment.SetEnvironmentVariable("TESTS_A_KEY", key);
        Environment.SetEnvironmentVariable("TESTS_B_KEY", "123456789012345678901234");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => place.StartHostAsync(options =>
        {
            var address = Desk.Free();
            options.ListenForReports(address, "a", keyFrom: "TESTS_A_KEY");
            options.ListenForReports(address, "b", keyFrom: "TESTS_B_KEY");
        }));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678901234567890123", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com:5080")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://a:b@127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/?a")]
    [InlineData("http://127.0.0.1:5081")]
    public void It_listens_on_this_machine_only_and_at_one_address(string address)
    {
        SopHostingOptions options = new();
        options.ListenForReports(new("http://127.0.0.1:5080/"), "a", "A");
        Assert.Throws<ArgumentException>(() => options.ListenForReports(new(address), "b", "B"));
        Assert.Throws<ArgumentException>(() => options.ListenForReports(new("http://127.0.0.1:5080"), "a", "A"));
    }
}
