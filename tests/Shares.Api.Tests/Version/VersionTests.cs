using System.Globalization;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Version;

public sealed class VersionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_program_says_from_which_sources_and_when_it_was_built()
    {
        var version = (await api.GetAsync(Actors.Nobody, "/version")).Json;

        Assert.Equal(["version", "commit", "builtAt"], version.EnumerateObject().Select(p => p.Name));
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", version.GetProperty("version").GetString());
        Assert.Matches("^([0-9a-f]{40})?$", version.GetProperty("commit").GetString());
        var builtAt = DateTimeOffset.Parse(version.GetProperty("builtAt").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(builtAt, api.Time.GetUtcNow().AddDays(-365), api.Time.GetUtcNow());
    }
}
