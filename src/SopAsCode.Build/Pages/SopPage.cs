namespace SopAsCode.Build;

/// <summary>A page as it should be in the folder.</summary>
/// <param name="Class">The full name of the SOP's class.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Text">The text, with <c>\n</c> at the end of each line.</param>
internal sealed record SopPage(string Class, string FileName, string Text)
{
    /// <summary>Makes the page of an SOP.</summary>
    public static SopPage Of(SopText sop, string assembly) => new(sop.Class, sop.Id + PageFolder.Extension, PageMark.Put(sop.Markdown, assembly));
}
