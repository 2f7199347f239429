using System.Reflection;

namespace SopAsCode.Model.Values;

/// <summary>Addresses of files in the repository: for a released version the files of that version, otherwise the files of the main branch.</summary>
public static class RepositoryLink
{
    private static readonly string Root = FolderOf(
        typeof(RepositoryLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryUrl").Value!,
        typeof(RepositoryLink).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The address of a file.</summary>
    /// <param name="file">Its path from the top of the repository, with forward slashes.</param>
    /// <returns>A page that a browser shows.</returns>
    public static string To(string file) => $"{Root}/{file}";

    /// <summary>The address at which the files of a version are shown.</summary>
    /// <param name="repository">The address of the repository.</param>
    /// <param name="version">The version, such as <c>0.1.0</c> or <c>0.2.0-alpha.0.7+1a2b3c</c>.</param>
    /// <returns>An address without a slash at its end.</returns>
    public static string FolderOf(string repository, string version)
    {
        var released = version.Split('+')[0];
        return $"{repository}/blob/{(released.Contains('-') ? "main" : $"v{released}")}";
    }
}
