using System.Reflection;
using System.Runtime.InteropServices;
using Shares.Testing.DynamoDb;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Shares.Bench.Scale.Build;

/// <summary>The few functions of SQLite that filling a file takes, from the library that comes with DynamoDB Local (sqlite.org/c3ref).</summary>
internal static partial class Sqlite
{
    public const int Ok = 0;
    public const int Done = 101;
    public const int OpenReadWrite = 2;

    /// <summary>SQLite copies what is bound.</summary>
    public static readonly nint Transient = -1;

    private const string Library = "sqlite4java";

    static Sqlite() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), Resolve);

    [LibraryImport(Library, EntryPoint = "sqlite3_open_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string file, out nint database, int flags, nint vfs);

    [LibraryImport(Library, EntryPoint = "sqlite3_exec", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Execute(nint database, string sql, nint callback, nint argument, nint error);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Prepare(nint database, string sql, int length, out nint statement, nint tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    public static partial int BindBlob(nint statement, int place, ReadOnlySpan<byte> value, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static partial int BindNumber(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    public static partial int Finish(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_close_v2")]
    public static partial int Close(nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_errmsg")]
    public static partial nint Message(nint database);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "amd64";
        return NativeLibrary.Load(Path.Combine(DynamoDbLocalProcess.Program, "DynamoDBLocal_lib", $"libsqlite4java-linux-{architecture}.so"));
    }
}
