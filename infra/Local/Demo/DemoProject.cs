using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.Demo;

/// <summary>A project of the demo, owned by <c>platform-admin</c>.</summary>
internal sealed record DemoProject(string Name, string Description, bool IsDiscoverable, params IReadOnlyList<(string User, string Role)> Members)
{
    public const string Publisher = "sequencing-core";
    public const string Subscriber = "immunology-lab";
    public const string OtherLab = "oncology-lab";

    public static IReadOnlyList<DemoProject> All { get; } =
    [
        new(Publisher, "Sequences samples for the whole institute", true, ("core-admin", "ADMIN")),
        new(Subscriber, "Immune repertoires", true, ("lab-admin", "ADMIN"), ("lab-member", "CONTRIBUTOR"), ("lab-viewer", "COLLABORATOR")),
        new(OtherLab, "Tumour panels", true, ("other-admin", "ADMIN")),
        new("clinical-trials", "Does not let itself be found", false),
    ];

    /// <summary>Known once it has been created.</summary>
    public string Id { get; init; } = "";

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["description"] = Description,
        ["pipelineRoleArn"] = LocalAccount.RoleArn($"{Name}-pipeline"),
        ["settings"] = new JsonObject { ["isDiscoverable"] = IsDiscoverable, ["isShareable"] = Name == Publisher },
    };
}
