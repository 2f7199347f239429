using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Pages;

public sealed class EnglishWordsTests
{
    [Theory]
    [InlineData(-1, "no time")]
    [InlineData(0, "no time")]
    [InlineData(1, "1 minute")]
    [InlineData(60, "1 hour")]
    [InlineData(90, "1 hour 30 minutes")]
    [InlineData(24 * 60, "1 day")]
    [InlineData((28 * 60) + 1, "1 day 4 hours 1 minute")]
    [InlineData((24 * 60) + 1, "1 day 1 minute")]
    [InlineData(400 * 24 * 60, "400 days")]
    [InlineData(1234567L * 24 * 60, "1234567 days")]
    [InlineData((long)int.MaxValue * 24 * 60, "2147483647 days")]
    [InlineData(long.MaxValue, "6405119470038038 days")]
    public void A_time_is_said_in_days_hours_and_minutes(long minutes, string words) => Assert.Equal(words, OnEveryMachine(() => EnglishWords.Duration(minutes)));

    [Theory]
    [InlineData(0, "zero times")]
    [InlineData(1, "one time")]
    [InlineData(2, "two times")]
    [InlineData(12, "twelve times")]
    [InlineData(13, "13 times")]
    [InlineData(50000, "50000 times")]
    public void A_small_number_of_things_is_said_in_letters(long count, string words) => Assert.Equal(words, OnEveryMachine(() => EnglishWords.Count(count, "time")));

    [Fact]
    public void Several_of_a_thing_may_have_a_name_of_their_own() => Assert.Equal("three retries", EnglishWords.Count(3, "retry", "retries"));

    private static string OnEveryMachine(Func<string> say)
    {
        var said = new[] { "en-US", "tr-TR", "de-DE", "ar-SA", "" }.Select(culture => Determinism.Under(culture, say)).Distinct(StringComparer.Ordinal);
        return Assert.Single(said);
    }

    [Theory]
    [InlineData("0 8 * * MON", "Mondays at 08:00")]
    [InlineData("0 8 * * 1", "Mondays at 08:00")]
    [InlineData("0 9 * * 7", "Sundays at 09:00")]
    [InlineData("0 9 * * SUN,TUE,WED,FRI,SAT", "Sundays, Tuesdays, Wednesdays, Fridays and Saturdays at 09:00")]
    [InlineData("0 9 * * 0,1,2,3,4,5,6", "Sundays, Mondays, Tuesdays, Wednesdays, Thursdays, Fridays and Saturdays at 09:00")]
    [InlineData("0 9 3 JAN,FEB,MAR,APR,MAY,JUN *", "on the 3rd in January, February, March, April, May and June at 09:00")]
    [InlineData("0 9 22 JUL,AUG,SEP,OCT,NOV,DEC *", "on the 22nd in July, August, September, October, November and December at 09:00")]
    [InlineData("0 9 11,12,13,21,31 7,8,9,10,11,12 *", "on the 11th, 12th, 13th, 21st and 31st in July, August, September, October, November and December at 09:00")]
    [InlineData("30 7 * * MON-FRI", "Monday to Friday at 07:30")]
    [InlineData("0 9 * * MON,THU", "Mondays and Thursdays at 09:00")]
    [InlineData("0 8,12,16 * * *", "every day at 08:00, 12:00 and 16:00")]
    [InlineData("0 0 1,15 * *", "on the 1st and 15th of each month at 00:00")]
    [InlineData("0 8 1 JAN,JUL *", "on the 1st in January and July at 08:00")]
    [InlineData("0 2 29 MAR *", "on the 29th in March at 02:00")]
    [InlineData("0 8 * JAN-MAR mon", "Mondays from January to March at 08:00")]
    [InlineData("0 0 1,15 * MON", "on the 1st and 15th of each month and Mondays at 00:00")]
    [InlineData("*/15 * * * *", "every 15 minutes")]
    [InlineData("*/15 9-17 * * MON-FRI", "every 15 minutes from 09:00 to 17:59, Monday to Friday")]
    [InlineData("0 * * * *", "every hour")]
    [InlineData("0 */1 * * *", "every hour")]
    [InlineData("5 */6 * * *", "every 6 hours, five minutes past")]
    [InlineData("0 9 * * SAT-SUN", "Saturday to Sunday at 09:00")]
    [InlineData("*/1 * * * *", "every minute")]
    [InlineData("5 * * * *", "every hour, five minutes past")]
    [InlineData("1 * * * *", "every hour, one minute past")]
    [InlineData("0 */6 * * *", "every 6 hours")]
    [InlineData("1 */6 * * *", "every 6 hours, one minute past")]
    [InlineData("0 */5 * * *", null)]
    [InlineData("0 8 2,3,4,11,12,13,21,22,23,31 * *", "on the 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd and 31st of each month at 08:00")]
    [InlineData("*/15 9-24 * * *", null)]
    [InlineData("*/15 9 * * *", null)]
    [InlineData("60 8 * * *", null)]
    [InlineData("0 8 32 * *", null)]
    [InlineData("0 8 * 0 *", null)]
    [InlineData("0 8 * 13 *", null)]
    [InlineData("0 8 * 12 *", "every day in December at 08:00")]
    [InlineData("0 23 * * *", "every day at 23:00")]
    [InlineData("59 24 * * *", null)]
    [InlineData("0 8 * * 8", null)]
    [InlineData("0 8 * * SUN-SUN", "Sundays at 08:00")]
    [InlineData("*/59 * * * *", null)]
    [InlineData("*/30 * 1 JAN *", "every 30 minutes, on the 1st in January")]
    [InlineData("5/15 * * * *", null)]
    [InlineData("*/7 * * * *", null)]
    [InlineData("1-5 8 * * *", null)]
    [InlineData("0 8 1-7 * *", null)]
    [InlineData("0 8 * *", null)]
    public void A_schedule_is_said_in_words_where_they_are_short(string cron, string? words) => Assert.Equal(words, CronWords.Of(cron));
}
