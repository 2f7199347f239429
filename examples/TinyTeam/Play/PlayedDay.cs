using SopAsCode.Definitions;
using SopAsCode.Runtime;
using Spectre.Console;
using TinyTeam.Incidents;
using TinyTeam.Payroll;
using TinyTeam.Support;
using Reply = TinyTeam.Support.Reply;

namespace TinyTeam.Play;

/// <summary>A day of the team, hour by hour.</summary>
internal sealed class PlayedDay
{
    private const string Ana = "ana@example.com";
    private const string Ben = "ben@example.com";
    private const string Cho = "cho@example.com";
    private const string Dia = "dia@example.com";
    private const string Eli = "eli@example.com";
    private const string Fay = "fay@example.com";
    private const string Gus = "gus@example.com";
    private const string Ivy = "ivy@example.com";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(TinyTeamSops.Instance.Policy!.OfficeHours!.Zone);
    private static readonly DateOnly Date = new(2026, 12, 15);

    private readonly string _file;
    private readonly Screen _screen;
    private readonly EventWords _words = new(TinyTeamSops.Instance, Zone);

    private PlayedDay(string file, IAnsiConsole terminal) => (_file, _screen) = (file, new(terminal, Zone));

    /// <summary>Plays the day.</summary>
    /// <param name="file">Where its runs are kept. The file is made anew.</param>
    /// <param name="terminal">Where it is shown.</param>
    public static async Task RunAsync(string file, IAnsiConsole terminal)
    {
        PlayedDay played = new(file, terminal);
        played.Open();
        await using (var day = Day.Open(file, played._screen, played._words, At(9, 0)))
        {
            await played.PayrollIsDueAsync(day);
            await played.AiActsAloneAsync(day);
            await played.PersonDecidesAsync(day);
            await played.NobodyAnswersAsync(day);
            await played.AiIsDownAsync(day);
            await played.IncidentAsync(day);
            await played.PayrollAsync(day);
            await played.EveningAsync(day);
        }

        await new Tampering(file, played._screen).ShowAsync(At(17, 0));
        played.Close();
    }

    private static DateTimeOffset At(int hour, int minute)
    {
        var local = Date.ToDateTime(new(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private void Open()
    {
        _screen.Text("A day of a small team, played: Tuesday, 15 December 2026");
        _screen.Text("");
        _screen.Text("The answers of the AI are scripted, and so is what people type. All else is real: the SOPs are the C# classes of this example, and what stands "
            + "here is what their runs recorded.");
        _screen.Text("");
        var people = TinyTeamSops.Instance.Policy!.Holders
            .GroupBy(holder => holder.Person, StringComparer.Ordinal)
            .Select(held => $"{EventWords.Name(held.Key)}  {string.Join(", ", held.Select(holder => holder.Role.Title.ToLowerInvariant()))}")
            .ToList();
        foreach (var pair in people.Chunk(2))
        {
            _screen.Text(string.Concat(pair.Select(person => person.PadRight(48))).TrimEnd(), indent: 2);
        }
    }

    private async Task PayrollIsDueAsync(Day day)
    {
        _screen.Headline(At(9, 0), "A schedule is due: the payroll of the month begins, and waits for people");
        await day.ScheduleAsync(MonthlyPayroll.Definition.Id, MonthlyPayroll.Definition.Triggers[0].When);
    }

    private async Task AiActsAloneAsync(Day day)
    {
        _screen.Headline(At(9, 5), "An easy ticket: AI and automation may answer it alone, inside a limit. Ben looks at samples");
        day.AI.Answers(nameof(SupportTriage.Categorise), new Triage("password", 1, "Reset your password"));
        day.Clock.Now = At(9, 5);
        await day.ArrivesAsync("ticket-1041", SupportTriage.Definition.Id, "helpdesk", new Ticket(1041, "I can't log in", "I forgot my password. What now?", HighValue: false));
    }

    private async Task PersonDecidesAsync(Day day)
    {
        _screen.Headline(At(9, 10), "An ordinary ticket: AI drafts, and a person decides what a customer gets to read");
        day.AI.Answers(nameof(SupportTriage.Categorise), new Triage("delivery", 3, null));
        day.AI.Answers(nameof(SupportTriage.DraftReply), new Reply("It will be there on Friday, we promise!"));
        day.AI.Answers(nameof(SupportTriage.DraftReply), new Reply("The carrier has it. We will write again by Friday."));
        day.AI.Answers(nameof(SupportTriage.SummariseResolution), new Article("Late parcels", "Name no day that the carrier does not name."));
        day.Clock.Now = At(9, 10);
        await day.ArrivesAsync("ticket-1042", SupportTriage.Definition.Id, "helpdesk", new Ticket(1042, "Where is my parcel?", "Ordered nine days ago, and nothing has come.", HighValue: false));

        _screen.Headline(At(9, 15), "The inbox of Ben");
        day.Clock.Now = At(9, 15);
        await day.ShowInboxAsync(Ben);
        await day.JudgeAsync(Ben, "ticket-1041", right: true);
        day.Clock.Now = At(9, 20);
        await day.RejectAsync(Ben, "ticket-1042", "The carrier names no day, so we can't either");
        day.Clock.Now = At(9, 24);
        await day.ApproveAsync(Eli, "ticket-1042");
        day.Clock.Now = At(9, 25);
        await day.ApproveAsync(Ben, "ticket-1042", new Reply("The carrier has it. We will write to you again by Friday noon."));
        await day.UntilAsync(At(9, 26));
    }

    private async Task NobodyAnswersAsync(Day day)
    {
        _screen.Headline(At(10, 0), "Nobody has time to look at a draft: it is never sent by itself, a senior takes over");
        day.AI.Answers(nameof(SupportTriage.Categorise), new Triage("damage", 4, null));
        day.AI.Answers(nameof(SupportTriage.DraftReply), new Reply("We are sorry. A new lid is on its way."));
        day.Clock.Now = At(10, 0);
        await day.ArrivesAsync("ticket-1043", SupportTriage.Definition.Id, "helpdesk", new Ticket(1043, "The lid is broken", "It came with a crack.", HighValue: false));
        await day.UntilAsync(At(12, 0));
        day.Clock.Now = At(12, 10);
        await day.CompleteAsync(Cho, "ticket-1043");
    }

    private async Task AiIsDownAsync(Day day)
    {
        _screen.Headline(At(12, 15), "The AI is down: Ben does its step by hand, and the run goes on behind it");
        day.AI.Answers(nameof(SupportTriage.Categorise), new HttpRequestException("the AI service does not answer"));
        day.AI.Answers(nameof(SupportTriage.DraftReply), new Reply("Open Settings, then Account, and type the new address."));
        day.AI.Answers(nameof(SupportTriage.SummariseResolution), new Article("Change the e-mail address", "Settings, Account."));
        day.Clock.Now = At(12, 15);
        await day.ArrivesAsync("ticket-1044", SupportTriage.Definition.Id, "helpdesk", new Ticket(1044, "Change my e-mail address", "How do I do that?", HighValue: false));
        day.Clock.Now = At(12, 20);
        await day.DoByHandAsync(Ben, "ticket-1044", new Triage("account", 3, null));
        day.Clock.Now = At(12, 24);
        await day.ApproveAsync(Ben, "ticket-1044");
    }

    private async Task IncidentAsync(Day day)
    {
        const string Run = "incident-7";
        _screen.Headline(At(13, 0), "The shop is down: one person leads, others work beside, and nothing is forgotten");
        day.Clock.Now = At(13, 0);
        await day.ArrivesAsync(Run, MajorIncident.Definition.Id, "alarm", new Incident("7", "Nobody can pay"));
        day.Clock.Now = At(13, 2);
        await day.CompleteAsync(Fay, Run, new Assessment(Severity.Sev1, "Everybody"));
        day.Clock.Now = At(13, 11);
        await day.CompleteAsync(Ivy, Run, new Diagnosis("The release of noon, quite sure", "Roll it back", "None"));
        day.Clock.Now = At(13, 12);
        await day.CompleteAsync(Fay, Run, new Decision("Roll it back"));
        day.Clock.Now = At(13, 18);
        await day.CompleteAsync(Ivy, Run);
        day.Clock.Now = At(13, 28);
        await day.CompleteAsync(Fay, Run, new Recovery(IsBack: true));
        day.Clock.Now = At(13, 29);
        await day.CompleteAsync(Fay, Run);
        day.Clock.Now = At(13, 33);
        await day.TickAsync(Dia, Run);
        await day.TickAsync(Ben, Run);
        day.Clock.Now = At(13, 35);
        await day.CompleteAsync(Fay, Run);
    }

    private async Task PayrollAsync(Day day)
    {
        var run = (await day.Host.InboxOfAsync(Fay)).First(item => item.Sop == MonthlyPayroll.Definition.Id).Run;
        _screen.Headline(At(14, 30), "The payroll: approved once as a list, and paid for each person exactly as it was approved");
        day.Clock.Now = At(14, 30);
        await day.CompleteAsync(Fay, run, new MonthChanges("2026-12", ["Ivy works 32 hours"]));
        day.Clock.Now = At(15, 10);
        await day.CompleteAsync(Gus, run, new PayrollList("2026-12", [Salary("hal", 402_000), Salary("ivy", 298_000)], 310_000, "EUR"));
        day.Clock.Now = At(15, 30);
        await day.ApproveAsync(Ana, run);
    }

    private async Task EveningAsync(Day day)
    {
        _screen.Headline(At(16, 45), "What waits for whom tomorrow");
        day.Clock.Now = At(16, 45);
        foreach (var item in await day.Host.InboxAsync())
        {
            _screen.Text($"{_words.Who(item),-10}{item.Title}{(item.Due is { } due ? $", until {_words.Time(due, day.Clock.Now)}" : "")}", indent: 7);
        }

        _screen.Headline(At(16, 50), "The record of one run: nothing happens beside it");
        await day.ShowRecordAsync("ticket-1043", Zone);

        _screen.Headline(At(16, 55), "The scorecard of support triage, added up from the record");
        await day.ShowScorecardAsync(SupportTriage.Definition.Id);
    }

    private void Close()
    {
        _screen.Text("");
        _screen.Text($"All of it is in {_file.Replace('\\', '/')}. With the variable TINY_TEAM_FILE set to this file, the command line of the team looks into it:");
        _screen.Text("dotnet run --project examples/TinyTeam -- history ticket-1042 --contents", indent: 2);
    }

    private static Salary Salary(string person, long cents) => new($"2026-12/{person}", person, "DE02120300000000202051", cents, "EUR");
}
