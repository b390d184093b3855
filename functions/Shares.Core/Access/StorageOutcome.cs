using Shares.Core.Ids;

namespace Shares.Core.Access;

/// <summary>What storage does of its own with whatever was handed out through a share.</summary>
public enum StorageRule
{
    /// <summary>There is an access point for the purpose exactly while the share allows it.</summary>
    AccessPoint,

    /// <summary>Storage was read back as the share is now.</summary>
    ReadBack,

    /// <summary>Sessions from before access was lost are refused. Tried only where somebody has lost it within the hour.</summary>
    EarlierSessions,

    /// <summary>Where from, and how long after signing, requests are answered.</summary>
    Reach,
}

/// <summary>Whether storage does as the rules of access say, as far as the table knows.</summary>
/// <param name="Before">Sessions from before this moment are refused; null unless the rule is about that.</param>
public sealed record StorageOutcome(StorageRule Rule, ShareId ShareId, bool Passed, DateTimeOffset? Before = null);
