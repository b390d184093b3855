using Amazon.Runtime;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Aws.Tests.AccessPoints;
using Shares.Aws.Topics;

namespace Shares.Aws.Tests.Topics;

public sealed class TopicClientTests
{
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:egress";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_as_it_was_written()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(200, "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"));
        Assert.Null(await Client(aws).PublishAsync("80 % & more", "Überschritten\nT cells + 1", Ct));
        var form = QueryHelpers.ParseQuery(aws.Received.Single().Body).ToDictionary(field => field.Key, field => field.Value.ToString());
        Assert.Equal(("Publish", Topic, "80 % & more", "Überschritten\nT cells + 1"), (form["Action"], form["TopicArn"], form["Subject"], form["Message"]));
        Assert.Contains("/us-east-1/sns/aws4_request", aws.Received.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_a_failure_that_does_not_pass()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(404, "<ErrorResponse><Error><Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>"));
        var failure = (await Client(aws).PublishAsync("subject", "message", Ct))!;
        Assert.Equal(("NotFound", false), (failure.Code, failure.IsTransient));
        Assert.StartsWith("SNS refused to publish", failure.Detail, StringComparison.Ordinal);
    }

    private static TopicClient Client(FaultyS3 aws) => new(
        TopicClient.Http("us-east-1", new SessionAWSCredentials("ASIATEST", "secret", "token"), TimeProvider.System, aws.Address, Clients.Quick), Topic);
}
