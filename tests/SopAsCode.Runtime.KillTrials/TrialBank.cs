using System.Globalization;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>A bank outside the process: a folder with a file for each payment. The same key pays once, and every call leaves a trace.</summary>
/// <param name="folder">The folder.</param>
public sealed class TrialBank(string folder) : IServiceProvider
{
    /// <summary>The payments, by their keys.</summary>
    public IReadOnlyList<string> Payments => [.. Directory.GetFiles(folder, "*.paid").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>How often it was called.</summary>
    public int Calls => Directory.GetFiles(folder, "*.call").Length;

    /// <summary>Pays once for each key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cents">The amount.</param>
    /// <returns>The reference.</returns>
    public string Pay(string key, long cents)
    {
        var name = key.Replace('/', '~');
        File.WriteAllText(Path.Combine(folder, $"{name}.{Guid.NewGuid():N}.call"), "");
        try
        {
            using var file = new FileStream(Path.Combine(folder, name + ".paid"), FileMode.CreateNew);
            using var text = new StreamWriter(file);
            text.Write(cents.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, name + ".paid")))
        {
            // Paid already.
        }

        return name;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType == typeof(TrialBank) ? this : null;
}
