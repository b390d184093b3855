using System.Text;
using Shares.Aws.Objects;
using Shares.Billing.Tests.World;

namespace Shares.Billing.Tests.RefreshAddresses;

public sealed class AddressRangesJobTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    [Fact]
    public async Task A_newer_list_takes_the_place_of_the_copy_and_an_older_one_does_not()
    {
        await using var office = await OfficeAsync();
        foreach (var (published, copy) in new[] { (100, 100), (200, 200), (150, 200), (200, 200), (201, 201) })
        {
            office.Aws.Addresses = List(published);
            await office.RunAsync(Job.AddressRanges);
            Assert.Equal(List(copy), await CopyAsync(office));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"syncToken":"900","prefixes":[],"ipv6_prefixes":[]}""")]
    [InlineData("""{"prefixes":[{"ip_prefix":"192.0.2.0/24","region":"us-east-1"}],"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":"soon","prefixes":[{"ip_prefix":"192.0.2.0/24","region":"us-east-1"}],"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":"900","prefixes":[{"ip_prefix":"192.0.2.0","region":"us-east-1"}""")]
    public async Task What_is_no_list_is_not_taken_and_the_run_fails(string published)
    {
        await using var office = await OfficeAsync();
        office.Aws.Addresses = List(1);
        await office.RunAsync(Job.AddressRanges);
        office.Aws.Addresses = published;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.AddressRanges));
        Assert.Equal(List(1), await CopyAsync(office));
    }

    [Fact]
    public async Task A_copy_that_is_no_list_is_replaced()
    {
        await using var office = await OfficeAsync();
        await office.PutAsync(office.ReportsBucket, AddressRanges.Key, "broken"u8.ToArray());
        office.Aws.Addresses = List(1);
        await office.RunAsync(Job.AddressRanges);
        Assert.Equal(List(1), await CopyAsync(office));
    }

    [Fact]
    public async Task No_answer_fails_the_run()
    {
        await using var office = await OfficeAsync();
        office.Aws.Out["addresses"] = true;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.AddressRanges));
    }

    private Task<Office> OfficeAsync() => Office.OpenAsync(storage, tables, new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));

    private static string List(int version) => $$"""{"syncToken":"{{version}}","prefixes":[{"ip_prefix":"192.0.2.0/24","region":"us-east-1"}],"ipv6_prefixes":[]}""";

    private static async Task<string> CopyAsync(Office office) => Encoding.UTF8.GetString(await office.ReadAsync(office.ReportsBucket, AddressRanges.Key));
}
