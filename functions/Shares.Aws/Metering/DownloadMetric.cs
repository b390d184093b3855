using Shares.Core;
using Shares.Core.Enforcing;

namespace Shares.Aws.Metering;

/// <summary>The request metrics of one access point: its bucket has a metrics configuration with the access point's name as id.</summary>
public sealed record MeteredAccessPoint(string Bucket, AccessPointName Name);

/// <summary>What one access point served on one day of UTC. A day without one is a day that CloudWatch has nothing of.</summary>
public sealed record DownloadMetric(MeteredAccessPoint AccessPoint, DateOnly Day, ByteCount Bytes);
