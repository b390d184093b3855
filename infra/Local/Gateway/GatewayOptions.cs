namespace Shares.Local.Gateway;

/// <param name="Port">Requests to this port of the host are the gateway's; no others are.</param>
/// <param name="PagesFolder">Files served at /, with index.html for / itself.</param>
/// <param name="DataFolder">Where the issuer keeps its key between runs; null: a new key each time.</param>
public sealed record GatewayOptions(int Port, string PagesFolder, string? DataFolder = null);
