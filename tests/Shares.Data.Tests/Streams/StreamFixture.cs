namespace Shares.Data.Tests.Streams;

/// <summary>A table with the stream that Provisioning is woken by.</summary>
public sealed class StreamFixture : TableFixture
{
    protected override bool HasStream => true;
}
