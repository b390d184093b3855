using System.Globalization;
using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.Events;

/// <summary>The envelope of EventBridge's events.</summary>
internal static class EventJson
{
    public static JsonObject Of(string source, string type, JsonObject detail, DateTimeOffset now) => new()
    {
        ["version"] = "0",
        ["id"] = Guid.CreateVersion7(now).ToString(),
        ["detail-type"] = type,
        ["source"] = source,
        ["account"] = LocalAccount.Id,
        ["time"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = LocalAccount.Region,
        ["resources"] = new JsonArray(),
        ["detail"] = detail,
    };
}
