using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>What the publisher is told of how storage enforces a share.</summary>
internal static class Enforced
{
    public static async Task<Answer> EnforcementAsync(this World world, string share) =>
        (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/enforcement")).Expect(200);

    /// <summary>Waits until storage refuses so many, and says since when.</summary>
    public static async Task<DateTimeOffset> RefusesAsync(this World world, string share, int subjects = 1)
    {
        JsonNode? last = null;
        await Eventually.HoldsAsync($"storage refuses {subjects} of share {share}", async () =>
        {
            last = (await world.EnforcementAsync(share)).Body!;
            return (string?)last["state"] == "ENFORCED" && (int)last["liveRevocations"]! == subjects;
        });
        return DateTimeOffset.Parse((string)last!["effectiveAt"]!, null);
    }
}
