using System.Text.Json.Nodes;

namespace Shares.Local.Demo;

/// <summary>A dataset of the demo with its files.</summary>
public sealed record DemoDataset(string Project, string CreatedBy, string Name, string ProcessId, IReadOnlyList<string> Tags, IReadOnlyList<DemoFile> Files)
{
    private static readonly string[] Tissues = ["blood", "spleen", "lung", "liver"];

    /// <summary>160 of the publisher's, 40 of the labs'.</summary>
    public static IReadOnlyList<DemoDataset> All { get; } =
    [
        .. Enumerable.Range(1, 80).Select(n => Sequencing($"RNA-seq run {n:000}", "paired_rnaseq", "rna-seq", n)),
        .. Enumerable.Range(81, 50).Select(n => Sequencing($"Tumour panel {n:000}", "paired_dnaseq", "tumour", n)),
        .. Enumerable.Range(131, 20).Select(Reference),
        .. Enumerable.Range(151, 10).Select(n => Sequencing($"Pilot {n:000}", "paired_dnaseq", "pilot", n)),
        .. Enumerable.Range(161, 30).Select(n => Counts(DemoProject.Subscriber, n % 2 == 0 ? "lab-admin" : "lab-member", n)),
        .. Enumerable.Range(191, 10).Select(n => Counts(DemoProject.OtherLab, "other-admin", n)),
    ];

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["description"] = $"Demo data, {Files.Count} files",
        ["processId"] = ProcessId,
        ["tags"] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["value"] = tag })]),
        ["expectedFiles"] = new JsonArray([.. Files.Select(file => file.Name)]),
    };

    private static DemoDataset Sequencing(string name, string type, string tag, int number) => new(
        DemoProject.Publisher, number % 4 == 0 ? "platform-admin" : "core-admin", name, type, [tag, Tissues[number % Tissues.Length]],
        [DemoFile.Reads("reads_1.fastq.gz", number, Reads(number)), DemoFile.Reads("reads_2.fastq.gz", -number, Reads(number))]);

    private static DemoDataset Reference(int number) => new(
        DemoProject.Publisher, "core-admin", $"Reference panel {number:000}", "reference_panel", ["reference"],
        [DemoFile.Table("panel.csv", number, 400), DemoFile.Plot("coverage.svg", number)]);

    private static DemoDataset Counts(string project, string by, int number) => new(
        project, by, $"Counts {number:000}", "counts", [Tissues[number % Tissues.Length]],
        [DemoFile.Table("counts.csv", number, 100), DemoFile.Plot("volcano.svg", number)]);

    /// <summary>Mostly a few dozen kilobytes; now and then a file of 20 MB, as downloads in parts need one.</summary>
    private static int Reads(int number) => number % 60 == 1 ? 88_000 : 50 + (number * 37 % 200);
}
