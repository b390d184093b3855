namespace Shares.Hosting;

/// <summary>Units of CloudWatch that are in use.</summary>
public enum MetricUnit
{
    Count,
    Milliseconds,
    Seconds,
    Bytes,
    Percent,
}
