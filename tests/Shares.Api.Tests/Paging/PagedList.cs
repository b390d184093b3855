namespace Shares.Api.Tests.Paging;

/// <summary>A list with at least two entries, and two callers who may both read it. In the path, names in braces stand for what the test made.</summary>
public sealed record PagedList(string Route, string Path, string Caller, string Other)
{
    public static readonly IReadOnlyList<PagedList> All =
    [
        new("GET /projects", "/projects", "owner", "admin"),
        new("GET /projects/discover", "/projects/discover", "owner", "admin"),
        new("GET /governance/classifications", "/governance/classifications", "owner", "admin"),
        new("GET /reports/egress", "/reports/egress?period=2026-10", "finance", "other-finance"),
        new("GET /reports/egress/periods", "/reports/egress/periods", "finance", "other-finance"),
        new("GET /keywords", "/keywords", "owner", "admin"),
        new("GET /projects/{project}/permissions", "/projects/{publisher}/permissions", "owner", "admin"),
        new("GET /projects/{project}/audit", "/projects/{publisher}/audit", "owner", "admin"),
        new("GET /projects/{project}/datasets", "/projects/{publisher}/datasets", "owner", "admin"),
        new("GET /projects/{project}/shares", "/projects/{publisher}/shares", "owner", "admin"),
        new("GET /projects/{project}/shares/discover", "/projects/{offered}/shares/discover", "offered-owner", "offered-contributor"),
        new("GET /projects/{project}/shares/{share}/datasets", "/projects/{publisher}/shares/{share}/datasets", "owner", "admin"),
        new("GET /projects/{project}/shares/{share}/subscriptions", "/projects/{publisher}/shares/{share}/subscriptions", "owner", "admin"),
        new("GET /projects/{project}/shares/{share}/usages", "/projects/{publisher}/shares/{share}/usages", "owner", "admin"),
    ];
}
