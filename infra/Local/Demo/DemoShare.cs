using System.Text.Json.Nodes;

namespace Shares.Local.Demo;

/// <summary>A share that <c>sequencing-core</c> publishes by one tag.</summary>
internal sealed record DemoShare(string Name, string Description, string Tag, bool IsViewRestricted, bool IsSubscribed, params IReadOnlyList<string> OfferedTo)
{
    public const string Reads = "RNA-seq for immunology";
    public const string Panels = "Reference panels";

    public static IReadOnlyList<DemoShare> All { get; } =
    [
        new(Reads, "Blood samples; for analyses only", "rna-seq", true, true, DemoProject.Subscriber),
        new(Panels, "Free to download", "reference", false, true, DemoProject.Subscriber, DemoProject.OtherLab),
        new("Tumour panels 2026", "On offer", "tumour", false, false, DemoProject.Subscriber, DemoProject.OtherLab),
    ];

    public JsonObject ToJson(IEnumerable<string> projects) => new()
    {
        ["name"] = Name,
        ["description"] = Description,
        ["keywords"] = new JsonArray(Tag),
        ["conditions"] = new JsonArray(new JsonObject { ["field"] = "TAG", ["value"] = Tag }),
        ["sharedProjectIds"] = new JsonArray([.. projects]),
        ["isViewRestricted"] = IsViewRestricted,
    };
}
