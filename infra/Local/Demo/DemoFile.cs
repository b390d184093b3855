using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Shares.Local.Demo;

/// <summary>A file whose bytes follow from its seed.</summary>
public sealed record DemoFile(string Name, string ContentType, Func<Stream> Open)
{
    private const int ReadLength = 100;

    /// <summary>FASTQ, in a gzip that stores without compressing: the sizes are meant, and starting should be quick.</summary>
    public static DemoFile Reads(string name, int seed, int count) => new(name, "application/gzip", () =>
    {
        var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(Encoding.ASCII.GetBytes(Fastq(seed, count)));
        file.Position = 0;
        return file;
    });

    public static DemoFile Table(string name, int seed, int rows) => new(name, "text/csv", () => Text(Csv(seed, rows)));

    public static DemoFile Plot(string name, int seed) => new(name, "image/svg+xml", () => Text(Svg(seed)));

    private static string Fastq(int seed, int count)
    {
        var random = new Random(seed);
        var text = new StringBuilder(count * (ReadLength + 1) * 2);
        for (var read = 1; read <= count; read++)
        {
            text.Append(CultureInfo.InvariantCulture, $"@DEMO:{Math.Abs(seed)}:{read}\n");
            text.Append(random.GetItems<char>("ACGT", ReadLength)).Append("\n+\n").Append(random.GetItems<char>("FFFFFFFF:,#", ReadLength)).Append('\n');
        }

        return text.ToString();
    }

    private static string Csv(int seed, int rows)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(1, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"GENE{row:00000},{random.Next(0, 20_000)},{random.NextDouble():0.0000}"));
        return $"gene,count,p_value\n{string.Join('\n', lines)}\n";
    }

    private static string Svg(int seed)
    {
        var random = new Random(seed);
        var dots = Enumerable.Range(0, 300).Select(_ => string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{random.Next(400)}\" cy=\"{random.Next(300)}\" r=\"2\"/>"));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 300\">{string.Concat(dots)}</svg>";
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
