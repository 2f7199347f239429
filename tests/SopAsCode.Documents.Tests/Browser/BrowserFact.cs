using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Browser;

/// <summary>A test in a browser: skipped, with the way to get it, where Chromium or axe is not installed. The build server always has both.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Chromium is null)
        {
            Skip = "Chromium is not installed: run 'apt-get install chromium', or install Chrome.";
        }
        else if (!File.Exists(Axe))
        {
            Skip = "axe is not installed: run 'npm ci' in tests/SopAsCode.Documents.Tests/Browser.";
        }
    }

    /// <summary>The browser of this machine.</summary>
    public static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe" }.FirstOrDefault(File.Exists);

    /// <summary>The script that knows what not everybody can use.</summary>
    public static string Axe { get; } = Path.Combine(Examples.Root, "tests", "SopAsCode.Documents.Tests", "Browser", "node_modules", "axe-core", "axe.min.js");
}
