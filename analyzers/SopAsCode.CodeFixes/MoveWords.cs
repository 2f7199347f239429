using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Moves the words of an SOP into a words file beside its class. What a words file can't say as the class says it stays where it is, so the page is the same
/// before and after.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(MoveWords)), Shared]
public sealed class MoveWords : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var cancel = context.CancellationToken;
        if (await FixPlace.OfAsync(context.Document, cancel).ConfigureAwait(false) is not { } place
            || place.Root.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration
            || context.Span.Start > declaration.OpenBraceToken.SpanStart
            || place.Model.GetDeclaredSymbol(declaration, cancel) is not INamedTypeSymbol type
            || !SopSymbols.IsSop(type)
            || context.Document.FilePath is not { Length: > 0 } source)
        {
            return;
        }

        var path = WordsFile.PathOf(source, type.Name);
        var isTaken = context.Document.Project.AdditionalDocuments.Any(file => file.FilePath is { } other && TextFiles.IsSame(other.Replace('\\', '/'), path));
        if (!isTaken && Moved.Of(place, declaration, type, cancel) is { IsEmpty: false } moved)
        {
            var name = path.Substring(path.LastIndexOf('/') + 1);
            context.RegisterRefactoring(CodeAction.Create($"Move the words to {name}", token => ApplyAsync(context.Document, moved, name, path, token), nameof(MoveWords)));
        }
    }

    private static async Task<Solution> ApplyAsync(Document document, Moved moved, string name, string path, CancellationToken cancel)
    {
        var solution = await AllFixes.ApplyAsync(document.Project.Solution, [new("", "", moved.Edits)], cancel).ConfigureAwait(false);
        return solution.AddAdditionalDocument(
            DocumentId.CreateNewId(document.Project.Id), name, SourceText.From(moved.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), document.Folders, path);
    }

    // What leaves the class, and what the new file says.
    private sealed class Moved
    {
        private readonly FixPlace _place;
        private readonly StringBuilder _text = new();
        private readonly List<TextEdit> _edits = [];
        private readonly CancellationToken _cancel;

        private Moved(FixPlace place, CancellationToken cancel) => (_place, _cancel) = (place, cancel);

        public bool IsEmpty => _text.Length == 0;

        public string Text => _text.ToString();

        public IReadOnlyList<TextEdit> Edits => _edits;

        public static Moved Of(FixPlace place, ClassDeclarationSyntax declaration, INamedTypeSymbol type, CancellationToken cancel)
        {
            var moved = new Moved(place, cancel);
            List<AttributeSyntax> gone = [];
            moved.OfClass(declaration, type, gone);
            foreach (var method in declaration.Members.OfType<MethodDeclarationSyntax>())
            {
                if (place.Model.GetDeclaredSymbol(method, cancel) is IMethodSymbol step && SopSymbols.IsMarked(step))
                {
                    moved.OfStep(method, step);
                }
            }

            moved.Rest(declaration, type, gone);
            moved._edits.AddRange(AttributeText.RemoveAll(place, gone));
            return moved;
        }

        private void OfClass(ClassDeclarationSyntax declaration, INamedTypeSymbol type, List<AttributeSyntax> gone)
        {
            var all = Written(declaration, type);

            // Several notes would become one.
            var notes = all.Where(written => written.Word == "Note").ToList();
            if (notes.Count == 1 && IsProse(notes[0].First))
            {
                Block(notes[0].First);
                gone.Add(notes[0].Syntax);
            }

            // A file has no place for groups of the SOP itself that have a title.
            var checks = all.Where(written => written.Word == "Checklist").ToList();
            if (checks.Count == 1 && checks[0].Named("Title") is null && checks[0].Items is { Count: > 0 } items)
            {
                Block(Lines(items));
                gone.Add(checks[0].Syntax);
            }
        }

        private void OfStep(MethodDeclarationSyntax method, IMethodSymbol step)
        {
            var all = Written(method, step);
            var isAi = all.Any(written => written.Word == "AiStep");
            List<AttributeSyntax> gone = [];
            List<string> blocks = [];

            // The instructions of an AI are the start of its prompt.
            foreach (var written in all.Where(written => written.Word == "Instructions" && !isAi && IsProse(written.First)))
            {
                blocks.Add(written.First);
                gone.Add(written.Syntax);
            }

            // The group without a title comes first, so that no heading stands above it.
            foreach (var written in all.Where(written => written.Word == "Checklist" && !isAi && written.Items is { Count: > 0 }).OrderBy(written => written.Named("Title") is not null))
            {
                var title = written.Named("Title");
                if (title is null ? blocks.Count == gone.Count : IsTitle(title))
                {
                    blocks.Add((title is null ? "" : $"### {title}\n\n") + Lines(written.Items!));
                    gone.Add(written.Syntax);
                }
            }

            foreach (var (block, syntax) in Named(all))
            {
                blocks.Add(block);
                gone.Add(syntax);
            }

            if (blocks.Count > 0)
            {
                Block($"## {step.Name}");
                blocks.ForEach(Block);
                _edits.AddRange(AttributeText.RemoveAll(_place, gone));
            }
        }

        private void Rest(ClassDeclarationSyntax declaration, INamedTypeSymbol type, List<AttributeSyntax> gone)
        {
            var all = Written(declaration, type);
            var sections = all.Where(written => written.Word == "Section" && IsProse(written.Second) && IsTitle(written.First)).ToList();

            // A list from which others leave is written anew, so nothing inside of it can change at the same time.
            if (all.Find(written => written.Word == "Fallback") is { First.Length: > 0 } fallback && IsProse(fallback.First)
                && (fallback.Named("SwitchWhen") is null || !gone.Concat(sections.Select(section => section.Syntax)).Any(other => other.Parent == fallback.Syntax.Parent)))
            {
                Block("## By hand");
                Block(fallback.First);
                if (fallback.Named("SwitchWhen") is null)
                {
                    gone.Add(fallback.Syntax);
                }
                else
                {
                    var arguments = fallback.Syntax.ArgumentList!.Arguments;
                    _edits.Add(new(_place.Document.Id, new(TextSpan.FromBounds(arguments[0].SpanStart, arguments[1].SpanStart), "")));
                }
            }

            foreach (var section in sections)
            {
                Block($"## Section: {section.First}");
                Block(section.Second);
                gone.Add(section.Syntax);
            }
        }

        private static IEnumerable<(string Block, AttributeSyntax Syntax)> Named(IReadOnlyList<Attribute> all)
        {
            foreach (var written in all.Where(written => IsTitle(written.First)))
            {
                var block = written.Word switch
                {
                    "Template" when written.Second.IndexOf("```", StringComparison.Ordinal) < 0 => $"### Message: {written.First}\n\n```\n{written.Second}\n```",
                    "EdgeCase" when written.First.StartsWith("When ", StringComparison.Ordinal) && IsProse(written.Second) => $"### {written.First}\n\n{written.Second}",
                    "Example" when written.Named("File") is null && IsProse(written.Second) => $"### Example: {written.First}\n\n{written.Second}",
                    _ => null,
                };
                if (block is not null)
                {
                    yield return (block, written.Syntax);
                }
            }
        }

        private void Block(string block) => _text.Append(_text.Length == 0 ? "" : "\n").Append(block).Append('\n');

        private static string Lines(IEnumerable<string> items) => string.Join("\n", items.Select(item => $"- [ ] {item}"));

        // Prose that the file would read as prose and as nothing else.
        private static bool IsProse(string text)
        {
            var pieces = WordsFile.Parse($"## Step\n\n{text}\n").Pieces;
            return text.Trim().Length > 0 && pieces.Count == 1 && pieces[0].Kind == WordsKind.Instructions && pieces[0].Text == text;
        }

        private static bool IsTitle(string title) => title.Trim() == title && title.Length > 0 && title.All(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or '-' or '\'' or '?');

        private List<Attribute> Written(MemberDeclarationSyntax member, ISymbol symbol) =>
        [
            .. symbol.GetAttributes()
                .Where(attribute => attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == member.SyntaxTree && member.Span.Contains(reference.Span) && SopSymbols.Word(attribute) is not null)
                .Select(attribute => new Attribute(attribute, (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(_cancel))),
        ];
    }

    private sealed class Attribute(AttributeData data, AttributeSyntax syntax)
    {
        public string Word { get; } = SopSymbols.Word(data)!;

        public AttributeSyntax Syntax => syntax;

        public string First => TextOf(0);

        public string Second => TextOf(1);

        // The lines to tick, where each is plain text on one line.
        public IReadOnlyList<string>? Items => data.ConstructorArguments.Length == 1 && data.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            && array.Values.All(value => value.Value is string item && item.Trim() == item && item.Length > 0 && item.IndexOfAny(['\n', '\\', '`', '*', '_', '[', '<', '&', '#']) < 0)
                ? [.. array.Values.Select(value => (string)value.Value!)]
                : null;

        public string? Named(string name) => data.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

        private string TextOf(int position) => position < data.ConstructorArguments.Length && data.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text.Replace("\r\n", "\n")
            : "";
    }
}
