using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>SOP0005 about the time of a run, reminders and the office hours of an SOP.</summary>
public sealed class RunTimesTests
{
    private const string Rule = "SOP0005";

    [Theory]
    [InlineData("Due(Days = 5), Remind(Days = 1), Remind(Hours = 2)")]
    [InlineData("OfficeHours(\"MON-FRI 09:00-17:00, SAT 10:00-12:00\", Zone = \"Europe/Vienna\")")]
    [InlineData("OfficeHours(OfficeHours.Always)")]
    [InlineData("OfficeHours(\"MON-SUN 00:00-24:00\")")]
    public async Task Fine(string attribute) => await CheckAsync(attribute, "Due(Days = 1), Remind(Hours = 4)");

    [Theory]
    [InlineData("{|SOP0005:Due|}", "[Due] of SOP 'Work' gives no time: set Minutes, Hours or Days")]
    [InlineData("Due(Days = 1), {|SOP0005:Remind|}", "[Remind] of SOP 'Work' gives no time: set Minutes, Hours or Days")]
    [InlineData("{|SOP0005:Remind(Days = 1)|}", "[Remind] of SOP 'Work' reminds of nothing, because there is no [Due] beside it: add the time that is due")]
    [InlineData("Due(Days = 1), {|SOP0005:Remind(Days = 1)|}", "[Remind] of SOP 'Work' comes 1 day before the end of 1 day, so never: remind later")]
    [InlineData("OfficeHours({|SOP0005:\"9 to 5\"|})", "Office hours '9 to 5' of SOP 'Work' have '9 to 5', which is not days and hours: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("OfficeHours({|SOP0005:\"MON 09:00-17:00,,TUE 09:00-17:00\"|})", "Office hours 'MON 09:00-17:00,,TUE 09:00-17:00' of SOP 'Work' have an empty part: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("OfficeHours({|SOP0005:\"MO-FR 09:00-17:00\"|})", "Office hours 'MO-FR 09:00-17:00' of SOP 'Work' have 'MO-FR' as days: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("OfficeHours({|SOP0005:\"MON 9-17\"|})", "Office hours 'MON 9-17' of SOP 'Work' have '9-17' as hours: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("OfficeHours({|SOP0005:\"MON 17:00-09:00\"|})", "Office hours 'MON 17:00-09:00' of SOP 'Work' have '17:00-09:00', which ends before it begins: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("OfficeHours(\"MON-FRI 09:00-17:00\", Zone = {|SOP0005:\"Berlin\"|})", "Time zone 'Berlin' of SOP 'Work' has no IANA name, which is an area and a city: write it so, such as 'Europe/Berlin', or 'UTC'")]
    [InlineData("OfficeHours(\"MON-FRI 09:00-17:00\", Zone = {|SOP0005:\"W. Europe Standard Time\"|})", "Time zone 'W. Europe Standard Time' of SOP 'Work' has no IANA name, which is an area and a city: write it so, such as 'Europe/Berlin', or 'UTC'")]
    [InlineData("OfficeHours(\"MON-FRI 09:00-17:00\", Zone = {|SOP0005:\"+01:00\"|})", "Time zone '+01:00' of SOP 'Work' has no IANA name, which is an area and a city: write it so, such as 'Europe/Berlin', or 'UTC'")]
    public async Task Wrong_on_the_class(string attribute, string message) => Assert.Equal(message, (await CheckAsync(attribute, "Due(Days = 1)")).Message(Rule));

    [Theory]
    [InlineData("Due(Hours = 4), {|SOP0005:Remind(Days = 1)|}", "[Remind] of 'Work.Do' comes 1 day before the end of 4 hours, so never: remind later")]
    [InlineData("{|SOP0005:Remind(Days = 1)|}", "[Remind] of 'Work.Do' reminds of nothing, because there is no [Due] beside it: add the time that is due")]
    [InlineData("Due(Days = 2), Remind(Days = {|SOP0005:-1|}, Hours = 30)", "Days in [Remind] of 'Work.Do' is -1, but can't be negative")]
    public async Task Wrong_on_a_step(string attribute, string message) => Assert.Equal(message, (await CheckAsync("Owner<Founder>", attribute)).Message(Rule));

    [Theory]
    [InlineData("\"MON-FRI 09:00-17:00\", Zone = \"America/Argentina/Buenos_Aires\"")]
    [InlineData("\"MON-FRI 09:00-17:00\", Zone = \"UTC\"")]
    [InlineData("OfficeHours.Always, Zone = \"Etc/GMT+5\"")]
    public Task A_policy_that_says_them_well(string hours) => AnalyzerRun.CheckAsync($"[OfficeHours({hours})] public sealed class House : Policy;", [Rule]);

    [Fact]
    public async Task The_zones_that_have_a_name_of_their_own_and_a_place_in_each_area()
    {
        string[] zones =
        [
            "Africa/Cairo", "America/Lima", "Antarctica/Troll", "Arctic/Longyearbyen", "Asia/Tokyo", "Atlantic/Azores", "Australia/Perth", "Brazil/East", "Canada/Pacific", "Chile/Continental",
            "Etc/GMT-14", "Europe/Isle_of_Man", "Indian/Mahe", "Mexico/General", "Pacific/Port_Moresby", "US/East-Indiana", "America/North_Dakota/New_Salem",
            "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan",
            "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU",
            "WET", "Zulu",
        ];
        await AnalyzerRun.CheckAsync(Policies(zones.Select(zone => $"\"{zone}\"")), [Rule]);
        await AnalyzerRun.CheckAsync(
            Policies(new[] { "", "utc", "Europe/", "Europe/berlin", "Europe/New York", "Mars/Base", "America/North_Dakota/New_Salem/East" }.Select(zone => $"{{|SOP0005:\"{zone}\"|}}")), [Rule]);

        static string Policies(IEnumerable<string> zones) =>
            string.Join('\n', zones.Select((zone, number) => $"[OfficeHours(\"MON 08:00-09:00, TUE 08:00-09:00,WED-THU 08:00-16:30, FRI 08:00-12:00, SAT 09:00-10:00, SUN 23:59-24:00\", Zone = {zone})] public sealed class House{number} : Policy;"));
    }

    [Theory]
    [InlineData("\"\"", "Office hours '' of policy 'House' have an empty part")]
    [InlineData("\"MON 09:00-17:00,\"", "have an empty part")]
    [InlineData("\"MON-WED-FRI 09:00-17:00\"", "have 'MON-WED-FRI' as days")]
    [InlineData("\"MON 09:00\"", "have '09:00' as hours")]
    [InlineData("\"MON 09:00-12:00-15:00\"", "have '09:00-12:00-15:00' as hours")]
    [InlineData("\"MON 09:60-17:00\"", "have '09:60-17:00' as hours")]
    [InlineData("\"MON 9:00-17:00\"", "have '9:00-17:00' as hours")]
    [InlineData("\"MON 09:00-24:01\"", "have '09:00-24:01' as hours")]
    [InlineData("\"MON 09:00-25:00\"", "have '09:00-25:00' as hours")]
    [InlineData("\"MON 09:00-09:00\"", "have '09:00-09:00', which ends before it begins")]
    public async Task Hours_that_are_none(string hours, string message) => Assert.Contains(
        message, (await AnalyzerRun.CheckAsync($"[OfficeHours({{|SOP0005:{hours}|}})] public sealed class House : Policy;", [Rule])).Message(Rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("{|SOP0005:\"9 to 5\"|}", "Office hours '9 to 5' of policy 'House' have '9 to 5', which is not days and hours: days and hours, such as 'MON-FRI 09:00-17:00'")]
    [InlineData("\"MON-FRI 09:00-17:00\", Zone = {|SOP0005:\"Europe\"|}", "Time zone 'Europe' of policy 'House' has no IANA name, which is an area and a city: write it so, such as 'Europe/Berlin', or 'UTC'")]
    public async Task A_policy_that_does_not(string hours, string message) =>
        Assert.Equal(message, (await AnalyzerRun.CheckAsync($"[OfficeHours({hours})] public sealed class House : Policy;", [Rule])).Message(Rule));

    private static Task<AnalyzerRun> CheckAsync(string ofClass, string ofStep) => AnalyzerRun.CheckAsync(
        $$"""
        [Sop("Work")]
        [{{ofClass}}]
        public sealed partial class Work : Sop<Ticket>
        {
            [HumanStep<Support>("Do it"), {{ofStep}}]
            public partial Task Do(Ticket ticket);
        }
        """,
        [Rule]);
}
