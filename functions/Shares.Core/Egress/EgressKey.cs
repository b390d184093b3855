using Shares.Core.Ids;

namespace Shares.Core.Egress;

/// <summary>The grain of reports: who read which dataset of which share on which day of UTC, by which way, and where to.</summary>
public readonly record struct EgressKey(
    DateOnly Day, ShareId Share, DatasetId Dataset, ProjectId Subscriber, PrincipalId Principal, TransferZone Zone, AccessRoute Route);
