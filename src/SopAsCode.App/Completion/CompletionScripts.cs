namespace SopAsCode.App;

/// <summary>Scripts by which shells ask the program what can stand at a place of the command line.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell for a program; null for other shells.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="name">What is typed to call the program: letters, digits, hyphens, points, underscores.</param>
    public static string? Of(string shell, string name)
    {
        var text = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => PowerShell,
            _ => null,
        };
        return text?.Replace("FUNCTION", "_sop_complete_" + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')), StringComparison.Ordinal)
            .Replace("SUGGEST", CompletionCommands.Suggest, StringComparison.Ordinal)
            .Replace("FILES", Suggesting.Files, StringComparison.Ordinal)
            .Replace("NAME", name, StringComparison.Ordinal)
            .ReplaceLineEndings("\n");
    }

    // Bash takes words apart at @ and =, and replaces only what it gives as $2: the parts are put together again for the program, and taken off what it answers.
    private const string Bash = """
        # NAME for bash. In ~/.bashrc: eval "$(NAME completion bash)"
        FUNCTION() {
            local rest=${COMP_LINE:0:COMP_POINT} words=() last=-1 part= glued= i line prefix
            for ((i = 0; i <= COMP_CWORD; i++)); do
                part=${COMP_WORDS[i]}
                [[ $rest == "$part"* ]] || part=$rest
                if [[ $glued ]]; then words[last]+=$part; else words[++last]=$part; fi
                rest=${rest#"$part"}
                glued=1
                if [[ $rest == [[:space:]]* ]]; then
                    glued=
                    rest=${rest#"${rest%%[![:space:]]*}"}
                fi
            done
            prefix=${words[last]%"$2"}
            COMPREPLY=()
            while IFS= read -r line; do
                line=${line%%$'\t'*}
                if [[ $line == FILES ]]; then
                    compopt -o default 2> /dev/null
                else
                    COMPREPLY+=("$(printf %q "${line#"$prefix"}")")
                fi
            done < <("${words[0]/#\~/$HOME}" SUGGEST --at $((last - 1)) -- "${words[@]:1}" 2> /dev/null)
        }
        complete -F FUNCTION NAME

        """;

    private const string Zsh = """
        #compdef NAME
        # NAME for zsh. In ~/.zshrc, behind compinit: source <(NAME completion zsh)
        FUNCTION() {
            local line
            local -a lines values
            lines=("${(@f)$("${words[1]/#\~/$HOME}" SUGGEST --at $((CURRENT - 2)) -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
            for line in $lines; do
                if [[ ${line%%$'\t'*} == FILES ]]; then
                    _files
                    return
                fi
                values+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
            done
            _describe NAME values
        }
        compdef FUNCTION NAME

        """;

    private const string Fish = """
        # NAME for fish. In ~/.config/fish/config.fish: NAME completion fish | source
        function FUNCTION
            set -l before (commandline -opc)
            set -l lines ($before[1] SUGGEST --at (math (count $before) - 1) -- $before[2..-1] (commandline -ct) 2> /dev/null)
            if string match -q -- "FILES*" "$lines[1]"
                __fish_complete_path (commandline -ct)
            else if test (count $lines) -gt 0
                printf '%s\n' $lines
            end
        end
        complete -c NAME -f -a '(FUNCTION)'

        """;

    // Without a suggestion PowerShell completes the names of files by itself.
    private const string PowerShell = """
        # NAME for PowerShell. In $PROFILE: NAME completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName NAME -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { if ($_.Value) { $_.Value } else { $_.ToString() } })
            $behind = @($before | Select-Object -Skip 1)
            $asked = @($behind) + @(if ($wordToComplete) { $wordToComplete })
            & $before[0] SUGGEST --at $behind.Count '--' @asked 2> $null | Where-Object { -not $_.StartsWith('FILES') } | ForEach-Object {
                $value, $meaning = $_ -split "`t", 2
                $text = if ($value -match '[\s@#{}()''"$;,|&]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
                [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $(if ($meaning) { $meaning } else { $value }))
            }
        }

        """;
}
