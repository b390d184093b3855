namespace Shares.Local.Permissions;

/// <summary>GET <c>/_local/permissions</c> on the ports of AWS: per function, which permissions of its role were used and which not, and what it was refused.</summary>
public static class PermissionsApi
{
    public const string Path = "/_local/permissions";

    public static void MapPermissions(this IEndpointRouteBuilder routes, PermissionRecord record) =>
        routes.MapGet(Path, () => Results.Ok(record.Functions.Select(function => new Report(
            function.Name, function.Role, Texts(function.Used), Texts(function.Unused), [.. function.Refused]))));

    private static List<string> Texts(IEnumerable<Permission> permissions) => [.. permissions.Select(permission => permission.ToString())];

    public sealed record Report(
        string Function, string Role, IReadOnlyList<string> Used, IReadOnlyList<string> Unused, IReadOnlyList<string> Refused);
}
