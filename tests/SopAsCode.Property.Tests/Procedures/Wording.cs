using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>In what respects a procedure is written as few people would.</summary>
[Flags]
internal enum Odd
{
    None = 0,
    Space = 1,
    Class = 2,
    Steps = 4,
    Parameters = 8,
    Conditions = 16,
    Types = 32,
    Texts = 64,
    All = 127,
}

/// <summary>
/// The words a plan is written in: names that generated code might want for itself, places where a class may stand, types of every
/// form, texts that try to break out.
/// </summary>
/// <param name="Odd">What is odd about them; the rest is plain.</param>
/// <param name="Seed">Which of the odd ones.</param>
internal sealed partial record Wording(Odd Odd, int Seed)
{
    /// <summary>As a team would write it.</summary>
    public static readonly Wording Plain = new(Odd.None, 0);

    // "?" is the name of the procedure: two may not share a namespace where their classes can have one name.
    private static readonly string[] Spaces =
        ["", "Team.?", "Team.?.System", "Team.?.SopAsCode", "Team.?.Stateless.Team", "SopAsCode.?", "Stateless.?", "System.?.Threading.Tasks", "?.@class.Überblick", "State.?.Trigger"];

    private static readonly string[] Around =
    [
        "public partial class Outer", "public partial struct State", "internal partial interface Trigger", "public partial record Definition",
        "public partial record struct @record", "public partial class @static { internal partial class Machine",
    ];

    private static readonly string[] Classes =
    [
        "run", "values", "sop", "call", "cancel", "condition", "trigger", "machine", "to", "Fire", "Move", "Holds", "Service", "CanFire", "Allows", "RunAsync", "NoStep", "NoCondition",
        "Starts", "Instance", "_cursor", "_machine", "@class", "@record", "@file", "Überprüfung", "変数", "Exception", "StateMachine", "SopMachine", "RunCursor", "Nothing",
    ];

    private static readonly string[] Steps =
    [
        "run", "machine", "to", "values", "sop", "call", "cancel", "answer", "json", "@class", "@void", "@await", "@record", "var", "Begründen", "確認", "_", "_1", "Cancel",
        "Resume", "Complete", "AfterStep1", "IsWithinLimitOfStep2", "OnFailureOfStep3", "OnResume", "started", "asked", "thrown", "Task", "Case", "System", "SopAsCode", "Stateless", "Next", "Write0", "Read0",
        "Instance", "_cursor", "Move", "nint", "dynamic", "Service",
    ];

    private static readonly string[] Parameters =
    [
        "State", "Trigger", "Definition", "GeneratedAnswers", "GeneratedPromptValues", "Markdown", "PerformAsync", "Fallback", "@class", "@params", "answer", "run", "_", "名",
        "Procedure1", "Team", "SopAsCode", "System", "value", "field", "@in", "request", "global", "Usage",
    ];

    private static readonly string[] Conditions =
        ["Stays", "known", "@is", "@when", "ÖÄ", "element", "text", "Condition", "Ask", "Moved", "property", "@default", "Yes"];

    private static readonly string[] Types =
    [
        "Note", "Offer", "Sum", "Verdict", "Price", "Point", "Note[]", "Point[][]", "IReadOnlyList<Note>", "List<string?>", "Dictionary<string, Note?>", "Box<Note>", "Box<Box<int?>>", "Box<Note?>",
        "int", "string", "global::System.DateOnly", "global::Team.Other.Note", "(Note First, string? Second)[]", "List<(int, Offer?)>", "Tree", "Shape", "IThing", "Outside.Inside", "@event",
        "global::System.Collections.Immutable.ImmutableArray<Note>", "Bits", "Loose", "KeyValuePair<string, Price?>", "object", "nint", "Verdict?[]", "global::System.Uri", "HashSet<Bits>", "Range",
    ];

    private static readonly string[] Texts =
    [
        "He said \"yes\", 'no' {0} {{x}} ${} \"\"\"\"", "*/ /* // </summary> <x> & &amp; ]]> <!-- -->", "``` `code` | pipe \\ ~~~", "one\ntwo\r\nthree\tfour\u2028five\u2029six\u0085seven\fend",
        "🚀 👩‍👩‍👧 é 中文 \u202e back", "\ud800 alone \udc00", "#if true\n#endif\n#pragma x\n#nullable disable", "; --> s1\nend\nsubgraph x\nclick s1", "\0 \u0001 \u001b[31m \ufeff \uffff",
        "{it} {it.A} {it.Nothing} {} { } {it", "%s %n \\u0022 \\\" \\", "- [ ] # *a* _b_ [c](d) ![e](f) | --- |", "\n\n   \n", "@\"x\" $\"{y}\" '\\'' ???", "  spaces  ",
    ];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"odd: {Odd} ({Seed})");

    /// <summary>The namespace, as code writes it; empty for the global one.</summary>
    public string Space(string procedure) => Has(Odd.Space) ? Spaces[Seed % Spaces.Length].Replace("?", procedure, StringComparison.Ordinal) : "Team";

    /// <summary>What is opened around the class.</summary>
    public string Opening(string procedure) =>
        !Has(Odd.Space) || Seed / 16 % 2 > 0 ? ""
        : IsAlone(procedure) ? Around[Seed / 32 % Around.Length]
        : $"public partial class Outer{procedure}";

    /// <summary>The class, as code writes it: an odd name needs a namespace of its own.</summary>
    public string Class(string procedure) =>
        Has(Odd.Class) && IsAlone(procedure) && !Opening(procedure).Contains(Classes[Seed / 7 % Classes.Length], StringComparison.Ordinal) ? Classes[Seed / 7 % Classes.Length] : procedure;

    /// <summary>The class, as an assembly names it.</summary>
    public string MetadataName(string procedure)
    {
        var space = Space(procedure);
        var outer = Opening(procedure).Split('{').Select(opening => opening.Trim().Split(' ')[^1]).Where(name => name.Length > 0).Select(name => name + "+");
        return $"{space}{(space.Length > 0 ? "." : "")}{string.Concat(outer)}{Class(procedure)}".Replace("@", "", StringComparison.Ordinal);
    }

    /// <summary>The name of a step, as data shows it.</summary>
    public string Step(int number)
    {
        var name = Has(Odd.Steps) && number < Steps.Length ? Steps[(Seed + number) % Steps.Length] : $"Step{number + 1}";
        return (name == Classes[Seed / 7 % Classes.Length] ? $"Step{number + 1}" : name).TrimStart('@');
    }

    /// <summary>The name of a parameter, as code writes it.</summary>
    public string Parameter(int number, string usual) => Has(Odd.Parameters) ? Parameters[((Seed / 3) + (number * 5)) % Parameters.Length] : usual;

    /// <summary>The name of a condition, as code writes it.</summary>
    public string Condition(int number) => Has(Odd.Conditions) ? Conditions[(Seed + number) % Conditions.Length] : $"Holds{number + 1}";

    /// <summary>The type of one of the three values that steps make.</summary>
    public string Type(int number) => Types[Has(Odd.Types) ? (Seed + (number * 11)) % Types.Length : number];

    /// <summary>The same type as <c>typeof</c> in an attribute takes it: without names in tuples, without <c>?</c> behind what is a reference.</summary>
    public string TypeOf(int number) => NotInAttributes().Replace(Type(number), "");

    /// <summary>A text that people read; no two with different numbers are the same.</summary>
    public string Text(int number, string usual) => Has(Odd.Texts) ? $"{Texts[(Seed + number) % Texts.Length]} {number}" : usual;

    /// <summary>A text as code writes it.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:x4}");
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A name as code writes it.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    [GeneratedRegex(@" First| Second|(?<=\b(string|Note|Offer))\?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInAttributes();

    private bool IsAlone(string procedure) => Space(procedure).Contains(procedure, StringComparison.Ordinal);

    private bool Has(Odd odd) => Odd.HasFlag(odd);
}
