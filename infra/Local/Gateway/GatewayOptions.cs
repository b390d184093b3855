namespace Shares.Local.Gateway;

/// <param name="Port">Requests to this port of the host are the gateway's; no others are.</param>
/// <param name="PortalFolder">The build of the portal; without one there are no pages.</param>
/// <param name="DataFolder">Where the issuer keeps its key between runs; null: a new key each time.</param>
public sealed record GatewayOptions(int Port, string PortalFolder, string? DataFolder = null);
