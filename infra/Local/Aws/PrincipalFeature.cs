using Shares.Local.Identity;

namespace Shares.Local.Aws;

/// <summary>Set on a request once its signature is verified, so that middleware in front can tell who asked.</summary>
public sealed record PrincipalFeature(Principal Principal, string Service);
