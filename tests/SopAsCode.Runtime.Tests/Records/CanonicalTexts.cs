using System.Text.Json;

namespace SopAsCode.Runtime.Tests.Records;

public class CanonicalTexts
{
    // The samples of RFC 8785, and their neighbours.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("-5e-324", "-5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("9.999999999999997e22", "9.999999999999997e+22")]
    [InlineData("1e23", "1e+23")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("123456.789", "123456.789")]
    [InlineData("1000", "1000")]
    [InlineData("1E30", "1e+30")]
    public void A_number_is_written_as_ecmascript_writes_it(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Of(json));

    [Fact]
    public void Members_are_in_the_order_of_their_utf16_names() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin\",\"€\":\"Euro\",\"😀\":\"Smiley\",\"\ufb33\":\"Hebrew\"}",
        CanonicalJson.Of("""{ "\u20ac": "Euro", "\r": "Carriage Return", "\ufb33": "Hebrew", "1": "One", "\ud83d\ude00": "Smiley", "\u0080": "Control", "\u00f6": "Latin" }"""));

    [Fact]
    public void Only_what_must_be_is_escaped() => Assert.Equal(
        "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",null,true,false,[],{}]",
        CanonicalJson.Of("""[ "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", null, true, false, [ ], { } ]"""));

    [Theory]
    [InlineData("ana", null, null)]
    [InlineData("ana \"quoted\" \\ \u0007 é 😀 \u2028", "web\n", "1.0.0")]
    public void What_a_hash_covers_is_written_in_one_go_as_by_way_of_its_fields(string name, string? door, string? version)
    {
        RecordedEvent recorded = new()
        {
            Run = "run-1",
            Sequence = 17,
            At = new(2026, 11, 27, 8, 5, 0, 120, 450, TimeSpan.Zero),
            Event = nameof(StepCompleted),
            Step = "Draft",
            Sop = "support-triage",
            Version = version,
            Fingerprint = version is null ? null : "f1",
            By = Actor.Person(name, door),
            Data = CanonicalJson.Of($$"""{"b":[1.0,{"z":null,"a":"{{new string('x', 40)}}"}],"a":"é😀"}"""),
            Previous = Hashing.Nothing,
            Hash = "",
        };
        Assert.Equal(CanonicalJson.Of(RecordJson.Fields(recorded)), RecordJson.Canonical(recorded));
        Assert.Equal(RecordedEvent.After(Hashing.Nothing, recorded).Hash, recorded.Computed());
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("1e400")]
    [InlineData("{")]
    public void What_has_no_canonical_form_is_refused(string json) => Assert.ThrowsAny<Exception>(() => CanonicalJson.Of(json) is { } text && JsonDocument.Parse(text) is null);
}
