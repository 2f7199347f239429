using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>Adds a change with the next version to the log, alone or together with its line in the lock file. What changed is left to fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseVersion)), Shared]
public sealed class RaiseVersion() : ChoiceFix(FixNames.RaiseVersion)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var name)
            || name != FixNames.RaiseVersion
            || LockFile.EntryOf(diagnostic.Properties[Fix.ValueKey] ?? "") is not { } next
            || place.AttributeAt(diagnostic) is not { } newest
            || place.SopAt(diagnostic, cancel) is not { } sop)
        {
            yield break;
        }

        next = next with { Date = Day(place, newest, next.Date, cancel) };
        var log = $"Log change {next.Version} of {next.Date}";
        var change = Entry(place, sop.Declaration, newest, $"(\"{next.Version}\", \"{next.Date}\", \"{ToFillIn}\")", cancel);
        yield return new(log, nameof(RaiseVersion), [change]);
        if (Line(place, next, cancel) is { } line)
        {
            yield return new($"{log}, and update {LockFile.Name}", nameof(RaiseVersion) + nameof(LockFile), [change, line]);
        }
    }

    // The day of the change is today, unless the build states a day, and never before the day of the previous change.
    private static string Day(FixPlace place, AttributeSyntax newest, string asOf, CancellationToken cancel)
    {
        var day = IsoDay.Of(asOf) is not null ? asOf : IsoDay.Text(DateTime.Now);
        var before = newest.ArgumentList is { Arguments: { Count: > 1 } arguments } ? place.Model.GetConstantValue(arguments[1].Expression, cancel).Value as string : null;
        return before is not null && IsoDay.Of(before) is not null && string.CompareOrdinal(before, day) > 0 ? before : day;
    }

    // The entry is added on top if the newest entry is on top, and otherwise after the last entry.
    private static TextEdit Entry(FixPlace place, ClassDeclarationSyntax type, AttributeSyntax newest, string rest, CancellationToken cancel)
    {
        if (AttributeText.Find(place, type, "Change", cancel) != newest)
        {
            return AttributeText.Add(place, type, "Change", rest, cancel);
        }

        var written = LocalSyntax.Attribute(place.Model, type.SpanStart, "Change") + rest;
        var list = (AttributeListSyntax)newest.Parent!;
        var text = place.Root.GetText();
        return list.Attributes.Count > 1 ? new(place.Document.Id, new(new(newest.SpanStart, 0), written + ", "))
            : LocalSyntax.Indent(text, list.SpanStart) is { } indent ? new(place.Document.Id, new(new(list.SpanStart, 0), $"[{written}]{LocalSyntax.EndOfLine(text)}{indent}"))
            : new(place.Document.Id, new(new(list.SpanStart, 0), $"[{written}] "));
    }

    private static TextEdit? Line(FixPlace place, LockEntry next, CancellationToken cancel)
    {
        var project = place.Document.Project;
        var document = project.AdditionalDocuments.FirstOrDefault(document => string.Equals(document.Name, LockFile.Name, StringComparison.OrdinalIgnoreCase));
        var text = project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(file => file.Path == document?.FilePath)?.GetText(cancel);
        if (document is null || text is null)
        {
            return null;
        }

        // A fix must not choose a line in an unsolved merge.
        var lines = text.Lines.Where(line => LockFile.EntryOf(line.ToString())?.Id == next.Id).ToList();
        return lines.Count == 1 && LockFile.Parse(text.ToString()).Unreadable.Count == 0
            ? new(document.Id, new TextChange(lines[0].Span, next.Line))
            : null;
    }
}
