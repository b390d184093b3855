using System.Text.Json;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Roles;

/// <summary>
/// After everything else: roles allow what the functions did and nothing more, and refused nothing that they needed. Writes the report
/// that tests/run.sh prints.
/// </summary>
[Collection(Last.Name)]
public sealed class UnusedPermissionsTests(LocalCloud cloud)
{
    private static readonly string Report = Repository.Path("artifacts", "permissions.txt");

    [Fact]
    public async Task A_role_allows_nothing_that_its_function_never_does_but_for_a_reason()
    {
        var functions = await ReadAsync();
        var missing = RanTests.ClassesThatDidNotRun().Where(name => name != typeof(UnusedPermissionsTests).FullName).ToList();
        Assert.SkipWhen(missing.Count > 0, $"What is never used shows only after all tests; these did not run: {string.Join(", ", missing)}");
        Directory.CreateDirectory(Path.GetDirectoryName(Report)!);
        await File.WriteAllLinesAsync(Report, functions.SelectMany(Lines));
        Assert.Empty(
            from function in functions
            from permission in function.Unused
            where UnusedPermissions.ReasonFor(function, permission) is null
            select $"{function.Function}: {permission}");
    }

    [Fact]
    public async Task No_function_needed_what_its_role_does_not_allow() =>
        Assert.Empty((await ReadAsync()).SelectMany(function => function.Refused.Select(what => $"{function.Function}: {what}")));

    private static IEnumerable<string> Lines(FunctionPermissions function)
    {
        yield return $"{function.Function}: {function.Used.Count} permissions used, {function.Unused.Count} never";
        foreach (var permission in function.Unused)
            yield return $"  never used: {permission} ({UnusedPermissions.ReasonFor(function, permission) ?? "for no reason that is known"})";
        foreach (var what in function.Refused) yield return $"  refused: {what}";
    }

    private async Task<List<FunctionPermissions>> ReadAsync() =>
        JsonSerializer.Deserialize<List<FunctionPermissions>>(
            await cloud.Http.GetStringAsync(new Uri(cloud.Internet, "/_local/permissions")), JsonSerializerOptions.Web)!;
}
