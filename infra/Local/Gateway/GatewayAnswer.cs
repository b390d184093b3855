using System.Text.Json.Nodes;

namespace Shares.Local.Gateway;

/// <summary>What API Gateway itself answers when no function does: a status and <c>{"message": …}</c>.</summary>
internal sealed record GatewayAnswer(int Status, string Message)
{
    public static readonly GatewayAnswer Unauthorized = new(401, "Unauthorized");
    public static readonly GatewayAnswer Forbidden = new(403, "Forbidden");
    public static readonly GatewayAnswer NotFound = new(404, "Not Found");
    public static readonly GatewayAnswer TooLarge = new(413, "Request Entity Too Large");
    public static readonly GatewayAnswer HeadersTooLarge = new(431, "Request Header Fields Too Large");
    public static readonly GatewayAnswer InternalServerError = new(500, "Internal Server Error");
    public static readonly GatewayAnswer Unavailable = new(503, "Service Unavailable");
    public static readonly GatewayAnswer TimedOut = new(504, "Endpoint request timed out");

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        if (Status == 401) context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync(new JsonObject { ["message"] = Message }.ToJsonString(), context.RequestAborted);
    }
}
