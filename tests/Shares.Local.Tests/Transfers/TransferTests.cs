using Shares.Local.Tests.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Tests.Transfers;

public sealed class TransferTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-transfers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("203.0.113.7", null, "DataTransfer-Out-Bytes")]
    [InlineData("13.32.0.1", null, "DataTransfer-Out-Bytes")]
    [InlineData("34.247.1.1", null, "USE1-EUW1-AWS-Out-Bytes")]
    [InlineData("2a05:d018::1", null, "USE1-EUW1-AWS-Out-Bytes")]
    [InlineData("3.80.0.1", null, "")]
    [InlineData("10.0.3.7", "vpc-1", "")]
    public void Bytes_are_billed_by_where_they_go(string address, string? vpcId, string expected) => Assert.Equal(expected, UsageTypes.Of(address, vpcId));

    [Fact]
    public void What_was_served_is_known_after_another_start()
    {
        var log = new TransferLog(_folder.FullName);
        log.Add(Requests.Download("a", 5));
        log.Add(Requests.Download("b", 6, Requests.Time.AddSeconds(59)));
        log.Add(Requests.Download("c", 0));
        var expected = new Transfer(Requests.Time, Requests.Bucket, Requests.AccessPoint, UsageTypes.Internet, 11);
        Assert.Equal([expected], log.Between(Requests.Time, Requests.Time.AddMinutes(1)));
        Assert.Equal([expected], new TransferLog(_folder.FullName).Between(Requests.Time.AddDays(-1), Requests.Time.AddDays(1)));
        Assert.Empty(log.Between(Requests.Time.AddMinutes(1), Requests.Time.AddDays(1)));
    }
}
