using System.Text.Json;
using SopAsCode.Model;
using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers.Tests;

public class JsonTextTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("Send it", "\"Send it\"")]
    [InlineData("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\"")]
    [InlineData("one\ntwo", "\"one\\ntwo\"")]
    [InlineData("\t\u2028\u2029\ufeff\uffff", "\"\\u0009\\u2028\\u2029\\ufeff\\uffff\"")]
    [InlineData("grün 😀!", "\"grün 😀!\"")]
    [InlineData("😀", "\"😀\"")]
    public void Is_written_in_one_way(string text, string json)
    {
        Assert.Equal(json, JsonText.Quote(text));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
    }

    // No attribute can hold these texts, either.
    [Fact]
    public void Half_a_character_is_none()
    {
        Assert.Equal("\"\ufffd\"", JsonText.Quote("\ud83d"));
        Assert.Equal("\"\ufffd\ufffd\"", JsonText.Quote("\ude00\ud83d"));
        Assert.Equal("\"\ufffdx\"", JsonText.Quote("\ud83dx"));
        Assert.Equal("\"😀\ufffd\"", JsonText.Quote("😀\ude00"));
    }
}
