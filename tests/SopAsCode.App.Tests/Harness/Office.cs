using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using SopAsCode.App.SmallTeam;
using SopAsCode.Runtime;

namespace SopAsCode.App.Tests.Harness;

/// <summary>A file of runs of a small team, and its program: as a process of its own, or with a terminal at which somebody sits.</summary>
internal sealed class Office : IDisposable
{
    public const string Letter = """{"Number":"17","Text":"Where is my parcel?","Mood":"Angry"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("sops").FullName;

    public string File => Path.Combine(_folder, "sops.db");

    /// <summary>The AI; null for none.</summary>
    public IAgentService? Agents { get; set; }

    /// <summary>The clock; null for the clock of the machine.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>What was sent.</summary>
    public string Sent => System.IO.File.Exists(File + ".sent") ? System.IO.File.ReadAllText(File + ".sent") : "";

    /// <summary>A file beside that of the runs.</summary>
    public string Beside(string name, string? text = null)
    {
        var file = Path.Combine(_folder, name);
        if (text is not null)
        {
            System.IO.File.WriteAllText(file, text);
        }

        return file;
    }

    /// <summary>Nobody sits there: a script calls it.</summary>
    public Task<Said> RunAsync(params string[] args) => RunAsync(new Seat(), args);

    /// <summary>What a command says must go well.</summary>
    public async Task<string> DoAsync(params string[] args)
    {
        var said = await RunAsync(args);
        Assert.True(said.Code == ExitCode.Done, $"{string.Join(' ', args)}: {said.Code} {said.Error}");
        return said.Out;
    }

    /// <summary>The answer of a command as JSON.</summary>
    public async Task<JsonElement> JsonAsync(params string[] args)
    {
        using var document = JsonDocument.Parse(await DoAsync([.. args, "--json"]));
        return document.RootElement.Clone();
    }

    /// <summary>Somebody sits there, or nobody.</summary>
    public async Task<Said> RunAsync(Seat seat, params string[] args)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        Terminal terminal = new()
        {
            In = new StringReader(seat.Typed),
            Out = output,
            Error = error,
            IsPerson = seat.IsPerson,
            Width = seat.Width,
            HasColor = seat.HasColor,
            ShowsProgress = seat.ShowsProgress,
            Environment = name => seat.Environment.GetValueOrDefault(name),
        };
        var app = SopApp.Create(args).AddSops<SmallTeamSops>().UseSqlite(File).UseService<IPost>(new FilePost(File + ".sent"));
        app = Agents is { } agents ? app.UseAgents(agents) : app;
        var code = await (Time is { } time ? app.UseTime(time) : app).RunAsync(terminal, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>A process of its own.</summary>
    public Task<Said> StartAsync(IReadOnlyDictionary<string, string> environment, string? pipedIn, params string[] args) => StartAsync(Program, environment, pipedIn, args);

    /// <summary>A process of the example.</summary>
    public Task<Said> StartTinyTeamAsync(params string[] args) => StartAsync(Of("TinyTeam"), new Dictionary<string, string> { ["TINY_TEAM_FILE"] = File }, null, args);

    /// <summary>A process of the example over another file.</summary>
    public Task<Said> StartTinyTeamAsync(IReadOnlyDictionary<string, string> environment, params string[] args) => StartAsync(Of("TinyTeam"), environment, null, args);

    /// <summary>The program of the small team.</summary>
    public static string Program { get; } = Of("SmallTeam");

    /// <summary>A process of another program over the same file.</summary>
    public Task<Said> StartAsync(string program, params string[] args) => StartAsync(program, new Dictionary<string, string>(), null, args);

    /// <summary>The program as a process of its own that goes on.</summary>
    public Process Serve(params string[] args) => Begin("dotnet", [Program, .. args]);

    /// <summary>A process over the file of runs.</summary>
    public Process Begin(string command, params string[] args) => Begin(command, args, new Dictionary<string, string>());

    /// <summary>Presses Ctrl+C.</summary>
    public static void Interrupt(Process process) => Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private async Task<Said> StartAsync(string program, IReadOnlyDictionary<string, string> environment, string? pipedIn, string[] args)
    {
        using var process = Begin("dotnet", [program, .. args], environment);
        await process.StandardInput.WriteAsync(pipedIn);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, error);
    }

    private static string Of(string name) => typeof(Office).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;

    private Process Begin(string command, IEnumerable<string> args, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new(command, args)
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SMALL_TEAM_FILE"] = File },
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>A letter whose answer waits for a look.</summary>
    public async Task LetterAsync(string run = "letter-17", string answer = "It is on its way.")
    {
        await DoAsync("start", "answer-letter", "--run", run, "--input", Letter, "--automation", "mail", "--work");
        await DoAsync("complete", run + "#1", "--revision", "1", "--value", JsonSerializer.Serialize(new { Text = answer }), "--as", "ben@example.com");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>Where a command is given.</summary>
internal sealed record Seat
{
    public bool IsPerson { get; init; }

    public string Typed { get; init; } = "";

    public int Width { get; init; }

    public bool HasColor { get; init; }

    public bool ShowsProgress { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A person, who types this and edits with that.</summary>
    public static Seat Person(string typed, string? editor = null, string name = "ben@example.com")
    {
        Dictionary<string, string> environment = new() { ["SOP_AS"] = name };
        if (editor is not null)
        {
            environment["EDITOR"] = editor;
        }

        return new() { IsPerson = true, Typed = typed, Environment = environment };
    }
}

/// <summary>What a command said.</summary>
internal sealed record Said(int Code, string Out, string Error);
