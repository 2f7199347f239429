using SopAsCode.App.SmallTeam;
using SopAsCode.Testing;
using AcmeSops = SopAsCode.App.SmallTeam.SmallTeamSops;

namespace SopAsCode.App.Tests.Documents;

/// <summary>The tests that "A week with it" shows on Wednesday.</summary>
public sealed class WeekTests : IDisposable
{
    private readonly string _sent = Path.GetTempFileName();
    private readonly FilePost _post;

    public WeekTests() => _post = new(_sent);

    [Fact]
    public async Task A_rejected_answer_is_never_sent()
    {
        await using var scenario = Scenario.Of<AcmeSops>().Given<IPost>(_post);
        var letter = await scenario.Start<AnswerLetter>(new Letter("17", "Where is my parcel?", Mood.Calm));

        await letter.AI<Writer>().Answers(new Answer("On Friday, we promise."));
        await letter.The<Lead>().Rejects("The carrier names no day");

        letter.StandsIn(nameof(AnswerLetter.Draft));
        letter.WroteNothing();
    }

    [Fact]
    public void Nothing_is_sent_that_nobody_looked_at() =>
        NoWay.In(AnswerLetter.Definition).To(nameof(AnswerLetter.Send)).WithoutApprovalAtSince(nameof(AnswerLetter.Review), since: nameof(AnswerLetter.Draft));

    public void Dispose() => File.Delete(_sent);
}
