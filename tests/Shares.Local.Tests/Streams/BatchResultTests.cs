using System.Text;
using Shares.Local.Streams;
using static Shares.Local.Tests.Streams.Records;

namespace Shares.Local.Tests.Streams;

/// <summary>The table of docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html.</summary>
public sealed class BatchResultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("""{"batchItemFailures":[]}""")]
    public void A_response_that_names_no_record_is_a_success(string response) => Assert.Equal(new BatchResult(3, null), Read(response));

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"2"}]}""", 1)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"3"},{"itemIdentifier":"1"}]}""", 0)]
    public void Everything_before_the_first_named_record_is_done(string response, int done) =>
        Assert.Equal(new BatchResult(done, null), Read(response));

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"name":"2"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"2"},{"itemIdentifier":"9"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":2}]}""")]
    [InlineData("{")]
    public void A_name_that_is_missing_or_unknown_fails_the_whole_batch(string response)
    {
        var result = Read(response);
        Assert.Equal(0, result.Done);
        Assert.NotNull(result.Error);
    }

    private static BatchResult Read(string response) => BatchResult.Read(Encoding.UTF8.GetBytes(response), Batch(3));
}
