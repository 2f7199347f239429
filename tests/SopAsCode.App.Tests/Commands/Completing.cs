using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>What the Tab key completes: what a script of a shell asks, and bash itself.</summary>
public sealed class Completing(LetterOnTheDesk desk) : IClassFixture<LetterOnTheDesk>
{
    [Theory]
    [InlineData("in", "inbox")]
    [InlineData("complet", "complete completion")]
    [InlineData("sugg", "")]
    [InlineData("--js", "--json")]
    [InlineData("help appr", "approve")]
    [InlineData("nothing x", "")]
    [InlineData("approve --re", "--revision")]
    [InlineData("reject --re", "--revision --reason")]
    [InlineData("approve --as ben@example.com --a", "")]
    [InlineData("start ", "answer-letter pay-back")]
    [InlineData("start a", "answer-letter")]
    [InlineData("start answer-letter --trigger ", "A letter comes")]
    [InlineData("start answer-letter --run l", "")]
    [InlineData("runs --sop p", "pay-back")]
    [InlineData("approve ", "letter-17#2")]
    [InlineData("reject --as ben@example.com l", "letter-17#2")]
    [InlineData("approve --as dia@example.com l", "")]
    [InlineData("approve --as nobody@example.com l", "")]
    [InlineData("complete ", "")]
    [InlineData("show letter", "letter-17#2 letter-17")]
    [InlineData("approve letter-17#2 --revision ", "1")]
    [InlineData("history ", "letter-17")]
    [InlineData("hold letter-1", "letter-17")]
    [InlineData("hold letter-17 --rea", "--reason")]
    [InlineData("delegate letter-17#2 --to ", "ana@example.com ben@example.com cho@example.com dia@example.com")]
    [InlineData("measure letter-17 ", "Hours to the answer")]
    [InlineData("event pay-back ", "Wait")]
    [InlineData("complete letter-17#2 --value-file ", ":files")]
    [InlineData("anchor ", ":files")]
    [InlineData("completion ", "bash zsh fish pwsh")]
    public async Task Is_what_can_stand_there(string line, string expected)
    {
        var words = line.Split(' ');
        var said = await desk.Office.DoAsync(["suggest", "--at", $"{words.Length - 1}", "--", .. words]);
        Assert.Equal(expected, string.Join(' ', said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('\t')[0])));
    }

    [Fact]
    public async Task Says_what_each_means_and_needs_no_word_for_an_empty_place() =>
        Assert.Equal("letter-17#2\tLook at the answer\n", await desk.Office.DoAsync("suggest", "--at", "1", "--", "approve"));

    [Fact]
    public async Task Makes_no_file_and_says_nothing_of_a_broken_one()
    {
        using Office office = new();
        Assert.Equal("", await office.DoAsync("suggest", "--at", "1", "--", "approve"));
        Assert.False(File.Exists(office.File));
        await File.WriteAllTextAsync(office.File, new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.Equal("", await office.DoAsync("suggest", "--at", "1", "--", "approve"));
    }

    [Fact]
    public async Task Prints_a_script_for_each_shell_and_no_other()
    {
        foreach (var shell in CompletionScripts.Shells)
        {
            var script = await desk.Office.DoAsync("completion", shell, "--name", "our-sop");
            Assert.Contains("our-sop", script, StringComparison.Ordinal);
            Assert.DoesNotMatch("NAME|FUNCTION|SUGGEST|FILES", script);
        }

        var wrong = await desk.Office.RunAsync("completion", "bahs");
        Assert.Equal((ExitCode.WrongCommandLine, "There is no script for 'bahs'. Did you mean 'bash'? There is one for bash, zsh, fish, pwsh.\n"), (wrong.Code, wrong.Error));
        Assert.Contains("no name of a program", (await desk.Office.RunAsync("completion", "bash", "--name", "a;b")).Error, StringComparison.Ordinal);
    }

    // The words, and the text that bash replaces, are those of bash 5.2.
    [BashFact]
    public async Task Bash_completes_items_and_people_whose_names_it_takes_apart()
    {
        var office = desk.Office;
        office.Beside("sop", $"#!/bin/sh\nexec dotnet '{Office.Program}' \"$@\"\n");
        office.Beside("try.bash", await office.DoAsync("completion", "bash", "--name", "sop") + """
            press() {
                COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=("${@:3}")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _sop_complete_sop sop "$2"
                echo "${COMPREPLY[@]}"
            }
            chmod +x sop && PATH=$PWD:$PATH
            press 'sop approve ' '' sop approve ''
            press 'sop inbox --as ben@ex' '@ex' sop inbox --as ben @ ex
            press 'sop delegate letter-17#2 --to ben@' '@' sop delegate 'letter-17#2' --to ben @
            press 'sop measure letter-17 Hou' 'Hou' sop measure letter-17 Hou
            """);
        using var bash = office.Begin("bash", "try.bash");
        Assert.Equal(
            ["letter-17#2", "@example.com", "@example.com", @"Hours\ to\ the\ answer"],
            (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A test that is skipped where bash is missing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class BashFactAttribute : FactAttribute
    {
        public BashFactAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = -1)
            : base(file, line)
        {
            if (!File.Exists("/bin/bash") && !File.Exists("/usr/bin/bash"))
            {
                Skip = "bash is not installed.";
            }
        }
    }
}
