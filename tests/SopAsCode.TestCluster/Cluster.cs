using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SopAsCode.TestCluster;

/// <summary>
/// A PostgreSQL server of its own, in a temporary folder and on a free port, run by an ordinary user. It is stopped and deleted when this is disposed, and
/// also when the process that started it is gone.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    /// <summary>The password of its user.</summary>
    public const string Password = "a;secret='word'";

    // It waits for its input to end: that happens also when whoever started it was killed.
    private const string Script = """
        set -e
        cd /tmp
        folder=$(mktemp -d /tmp/sops-cluster.XXXXXX)
        server=
        stop() {
          if [ -n "$server" ]; then kill -INT "$server" 2> /dev/null || true; wait "$server" || true; fi
          rm -rf "$folder"
        }
        trap stop EXIT
        trap 'exit 1' HUP INT TERM
        printf %s "$PASSWORD" > "$folder/password"
        "$BIN/initdb" -D "$folder/data" -U sops -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C --no-sync > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$BIN/postgres" -D "$folder/data" -p "$PORT" -k "$folder" -h 127.0.0.1 -c max_connections=200 $SETTINGS > "$folder/log" 2>&1 &
        server=$!
        until "$BIN/pg_isready" -q -h 127.0.0.1 -p "$PORT"; do
          kill -0 "$server" 2> /dev/null || { cat "$folder/log" >&2; exit 1; }
          sleep 0.1
        done
        echo ready
        read -r end || true
        """;

    private readonly Process _process;

    private Cluster(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Why none can be started; null when one can.</summary>
    public static string? Missing { get; } = OperatingSystem.IsWindows()
        ? "the tests start PostgreSQL on Linux and macOS only"
        : Programs() is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)" : null;

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>How to connect to it.</summary>
    public string Connection => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Database=postgres;Username=sops;Password=\"{Password}\";Maximum Pool Size=20");

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether it waits for the disk. Tests that kill no server go without.</param>
    /// <returns>The cluster, which takes connections.</returns>
    public static async Task<Cluster> StartAsync(bool isDurable = false)
    {
        var port = FreePort();
        var isRoot = Environment.UserName == "root";
        var start = new ProcessStartInfo(isRoot ? "runuser" : "sh") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = isRoot ? ["-u", HasUser("postgres") ? "postgres" : "nobody", "--", "sh", "-c", Script] : ["-c", Script];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["BIN"] = Programs() ?? throw new InvalidOperationException(Missing);
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PASSWORD"] = Password;
        start.Environment["SETTINGS"] = isDurable ? "" : "-c fsync=off -c full_page_writes=off";
        var process = Process.Start(start)!;
        if (await process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start: " + await process.StandardError.ReadToEndAsync());
        }

        return new(process, port);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static bool HasUser(string name) => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));

    // Debian keeps them beside the path, by version.
    private static string? Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal) : Enumerable.Empty<string>();
        return debian.Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
