using Shares.Core.Ids;

namespace Shares.Core.Enforcing;

/// <summary>Written together with the change that takes access away, and kept until the revocation is on record.</summary>
/// <param name="At">By the clock of whoever made the change; tells requests apart.</param>
public sealed record RevocationRequest(ShareId ShareId, Revoked Subject, DateTimeOffset At);
