namespace Shares.Local.Issuer;

/// <summary>A person of the demo data. Who belongs to which project is in the table, not here.</summary>
/// <param name="Role">What the sign-in page says about the person.</param>
public sealed record DemoUser(string Name, string Role, params IReadOnlyList<string> Groups)
{
    public string Email => $"{Name}@example.org";

    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new("core-admin", "ADMIN of sequencing-core, which publishes"),
        new("lab-admin", "ADMIN of immunology-lab, which subscribes"),
        new("lab-member", "CONTRIBUTOR of immunology-lab"),
        new("lab-viewer", "COLLABORATOR of immunology-lab"),
        new("other-admin", "ADMIN of oncology-lab"),
        new("outsider", "member of no project"),
        new("finance", "group finance", "finance"),
        new("platform-admin", "group shares-admin", "shares-admin"),
    ];

    public static DemoUser? Find(string? name) => All.FirstOrDefault(user => user.Name == name);
}
