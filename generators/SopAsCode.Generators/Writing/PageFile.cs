using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the page into the class, so that the assembly contains it.</summary>
internal static class PageFile
{
    public const string Name = "Page";

    public static string Write(FlowGraph graph) => SopFile.Write(graph.Sop, "The page", writer =>
    {
        writer.Write($"/// <summary>The page of \"{CSharp.Xml(graph.Sop.Title)}\", in Markdown.</summary>");
        writer.Constant("public const string Markdown", Page.Write(graph));
    });
}
