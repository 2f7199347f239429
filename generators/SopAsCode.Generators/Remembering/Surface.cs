using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SopAsCode.Generators;

/// <summary>
/// What symbols can know of a compilation: everything but the inside of bodies, comments and white space. As long as it stays the same, so do
/// all symbols, their attributes and their constants, and whatever is read of them alone.
/// </summary>
internal static class Surface
{
    private static readonly ConditionalWeakTable<object, string> Identities = new();

    /// <summary>What a compilation is besides its files: its options and references.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The same text for the same, within one process.</returns>
    public static string Around(Compilation compilation)
    {
        var all = new StringBuilder(compilation.AssemblyName).Append('\n').Append(Said((CSharpCompilationOptions)compilation.Options));
        foreach (var reference in compilation.References)
        {
            all.Append('\n').Append(IdentityOf(reference is CompilationReference other ? other.Compilation : reference)).Append(Properties(reference.Properties));
        }

        return all.ToString();
    }

    /// <summary>The surface of a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>A short text, the same for the same surface.</returns>
    public static string Of(SyntaxTree tree, CancellationToken cancel)
    {
        var text = new StringBuilder(tree.FilePath).Append('\n').Append(Said((CSharpParseOptions)tree.Options));
        foreach (var part in tree.GetRoot(cancel).DescendantNodesAndTokensAndSelf(static node => !IsInside(node)))
        {
            if (part.IsToken)
            {
                Add(text, part.AsToken());
            }
            else
            {
                text.Append((char)part.RawKind);
            }
        }

        return Hash(text);
    }

    private static void Add(StringBuilder text, SyntaxToken token)
    {
        if (token.HasStructuredTrivia)
        {
            // A directive says what is compiled, and what may be null; what the parser skipped, that something is being typed.
            foreach (var trivia in token.LeadingTrivia.Concat(token.TrailingTrivia).Where(trivia => trivia.HasStructure && !SyntaxFacts.IsDocumentationCommentTrivia(trivia.Kind())))
            {
                text.Append(trivia.ToString()).Append('\u0003');
            }
        }

        text.Append(token.Text).Append(token.IsMissing ? '\u0004' : '\u0002');
    }

    // What a method does, no symbol knows. A directive in it may be about what comes behind it, and so may a brace that is missing.
    private static bool IsInside(SyntaxNode node) =>
        node is (BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax) && !node.ContainsDirectives && !node.ContainsDiagnostics;

    // Two objects are one only where they are the same: what a reference holds is not looked into.
    private static string IdentityOf(object of) => Identities.GetValue(
        of is PortableExecutableReference image ? ImageOf(image) : of, static _ => Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));

    private static object ImageOf(PortableExecutableReference reference)
    {
        try
        {
            return reference.GetMetadataId();
        }
        catch (Exception unreadable) when (unreadable is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            // The compiler says what is wrong with it.
            return reference;
        }
    }

    // What of the options decides about meanings. New ones come with each touch of a project file, and mostly say the same.
    private static string Said(CSharpCompilationOptions of) =>
        $"{of.NullableContextOptions} {of.CheckOverflow} {of.AllowUnsafe} {of.OutputKind} {of.MetadataImportOptions} {of.Platform} {string.Join(",", of.Usings)}";

    private static string Said(CSharpParseOptions of) =>
        $"{of.LanguageVersion} {of.Kind} {string.Join(",", of.PreprocessorSymbolNames)} {string.Join(",", of.Features.Select(feature => $"{feature.Key}={feature.Value}"))}";

    private static string Properties(MetadataReferenceProperties of) => $"{of.Kind}{of.EmbedInteropTypes}{string.Join(",", of.Aliases)}";

    private static string Hash(StringBuilder text)
    {
        var letters = text.ToString().ToCharArray();
        var bytes = new byte[letters.Length * sizeof(char)];
        Buffer.BlockCopy(letters, 0, bytes, 0, bytes.Length);
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(bytes));
    }
}
