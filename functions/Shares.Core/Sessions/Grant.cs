using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Core.Sessions;

/// <summary>One dataset that a session may read through one access point. The same dataset through another share is another grant.</summary>
public readonly record struct Grant(AccessPointName AccessPoint, DatasetId DatasetId);
