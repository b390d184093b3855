using System.IO.Compression;

namespace Shares.Bench.ColdStart;

/// <summary>One way of building Api.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Deployed">The files that would be in the function's zip.</param>
internal sealed record FunctionBuild(string Name, string Program, IReadOnlyList<string> Deployed)
{
    public static FunctionBuild NativeAot(string root)
    {
        var program = Path.Combine(root, "artifacts/publish/Shares.Api/bootstrap");
        return new("Native AOT", program, [program]);
    }

    /// <summary>Without the .NET runtime itself, which Lambda's managed runtime would bring.</summary>
    public static FunctionBuild Jit(string root)
    {
        var folder = Path.Combine(root, "artifacts/bench/Shares.Api");
        return new("JIT", Path.Combine(folder, "Shares.Api.dll"), Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : []);
    }

    public long ZipBytes()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Deployed) archive.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.Optimal);
        }

        return zip.Length;
    }
}
