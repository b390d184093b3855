using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Crashes;

/// <summary>Kills a function's process right after one of its calls to the store or to AWS took effect, before it hears the answer.</summary>
public sealed class CrashingFunction(LocalCloud cloud, string function)
{
    private Uri Address => new(cloud.Internet, $"/_local/functions/{function}/crash");

    public async Task ArmAsync(int afterCalls)
    {
        using var response = await cloud.Http.PostAsJsonAsync(Address, new { afterCalls });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Disarms; true when the function was killed since it was armed.</summary>
    public async Task<bool> FiredAsync()
    {
        var state = JsonNode.Parse(await cloud.Http.GetStringAsync(Address))!;
        await ArmAsync(0);
        return (bool)state["fired"]!;
    }
}
