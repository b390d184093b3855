using Shares.Aws.AccessPoints;
using Shares.Aws.Http;

namespace Shares.Aws.Tests.AccessPoints;

public sealed class AccessPointFailureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "InternalError")]
    public async Task A_request_that_S3_cannot_take_now_is_repeated(int status, string code)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Error(status, code), Answer.Error(status, code), new Answer(204));
        Assert.Null(await Clients.AccessPoints(s3.Address).DeleteAsync(Clients.Name, Ct));
        Assert.Equal(3, s3.Received.Count);
    }

    [Fact]
    public async Task Repeating_ends_and_the_failure_may_pass()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Error(503, "SlowDown"));
        var failure = (await Clients.AccessPoints(s3.Address).FindAsync(Clients.Name, Ct)).Failure;
        Assert.Equal(("SlowDown", true), (failure!.Code, failure.IsTransient));
        Assert.Equal(Clients.Quick.Attempts, s3.Received.Count);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_found_to_be_made()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Never, Answer.Error(409, "AccessPointAlreadyOwnedByYou"));
        var creation = await Clients.AccessPoints(s3.Address, Clients.Impatient).CreateAsync(Clients.Name, "bucket", null, Ct);
        Assert.True(creation.Succeeded(out var outcome, out _));
        Assert.Equal(Creation.AlreadyThere, outcome);
    }

    [Fact]
    public async Task No_answer_at_all_is_a_failure_that_may_pass()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Never);
        var failure = await Clients.AccessPoints(s3.Address, Clients.Impatient with { Attempts = 2 }).DeleteAsync(Clients.Name, Ct);
        Assert.Equal((AwsFailure.NoAnswerCode, true), (failure!.Code, failure.IsTransient));
    }

    [Fact]
    public async Task Nobody_there_is_a_failure_that_may_pass()
    {
        var gone = await FaultyS3.StartAsync(Answer.Never);
        var address = gone.Address;
        await gone.DisposeAsync();
        var failure = (await Clients.AccessPoints(address).FindAsync(Clients.Name, Ct)).Failure;
        Assert.Equal((AwsFailure.NoAnswerCode, true), (failure!.Code, failure.IsTransient));
    }

    [Fact]
    public async Task The_caller_giving_up_ends_the_waiting()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Never);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Clients.AccessPoints(s3.Address, RetryLimits.Default).DeleteAsync(Clients.Name, leaving.Token));
    }

    [Theory]
    [InlineData(403, "AccessDenied", false)]
    [InlineData(404, "NoSuchBucket", false)]
    [InlineData(404, "NoSuchAccessPointPolicy", false)]
    [InlineData(409, "OperationAborted", true)]
    [InlineData(400, "ThrottlingException", true)]
    public async Task Only_S3_saying_that_there_is_no_such_access_point_means_that(int status, string code, bool mayPass)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Error(status, code));
        var failure = (await Clients.AccessPoints(s3.Address).FindAsync(Clients.Name, Ct)).Failure;
        Assert.Equal((code, mayPass), (failure!.Code, failure.IsTransient));
        Assert.Contains("Said by S3 & co.", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(404, "")]
    [InlineData(200, "")]
    [InlineData(200, "<!DOCTYPE a [<!ENTITY b 'c'>]><GetAccessPointResult/>")]
    [InlineData(200, "<GetAccessPointResult><Bucket>bucket</Bucket></GetAccessPointResult>")]
    public async Task An_answer_that_is_not_of_S3_is_a_failure_and_never_means_none(int status, string body)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(status, body));
        Assert.NotNull((await Clients.AccessPoints(s3.Address).FindAsync(Clients.Name, Ct)).Failure);
        Assert.NotNull((await Clients.AccessPoints(s3.Address).FindPolicyAsync(Clients.Name, Ct)).Failure);
    }

    [Fact]
    public async Task An_access_point_that_is_not_visible_yet_may_take_its_policy_later()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Error(404, "NoSuchAccessPoint"));
        Assert.True((await Clients.AccessPoints(s3.Address).PutPolicyAsync(Clients.Name, "{}", Ct))!.IsTransient);
        Assert.True((await Clients.AccessPoints(s3.Address).FindPolicyAsync(Clients.Name, Ct)).Failure!.IsTransient);
    }
}
