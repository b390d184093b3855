using Shares.Core.Egress.Costs;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Statements;

/// <summary>What a publisher has of a zone's bytes in a month, and what those cost by a final statement.</summary>
public sealed record PublisherCost(ProjectId Publisher, TransferZone Zone, ByteCount Bytes, Money Cost);
