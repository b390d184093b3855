using System.Text.Json.Nodes;
using Amazon.SecurityToken.Model;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Sts;

public sealed class AssumeRoleTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private static readonly string[] Everything = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

    [Fact]
    public async Task A_session_carries_what_was_asked_for()
    {
        var answer = await Assume(Target(Everything), request =>
        {
            request.Tags = Tags(1, _ => "lab");
            request.SourceIdentity = "user-1";
            request.DurationSeconds = 900;
        });
        var session = aws.Credentials.Find(answer.Credentials.AccessKeyId)!;
        Assert.Equal(("lab", "user-1", "work.1"), (session.Principal.Tags["key0"], session.Principal.SourceIdentity, session.Principal.SessionName));
        Assert.InRange(session.ExpiresAt!.Value - session.Principal.TokenIssueTime, TimeSpan.FromSeconds(900), TimeSpan.FromSeconds(901));
        using var sts = aws.Sts(session);
        Assert.Equal(answer.AssumedRoleUser.Arn, (await sts.GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task Tags_and_source_identity_need_permissions_of_their_own_in_the_trust_policy()
    {
        var role = Target(["sts:AssumeRole"]);
        Assert.Equal("OK", await Code(role));
        Assert.Equal("AccessDenied", await Code(role, request => request.Tags = Tags(1, _ => "b")));
        Assert.Equal("AccessDenied", await Code(role, request => request.SourceIdentity = "user-1"));
    }

    [Fact]
    public async Task Only_whom_the_trust_policy_names_assumes_a_role_and_an_administrator_is_no_exception() =>
        Assert.Equal("AccessDenied", await Code(Target(Everything, LocalAccount.RoleArn("SomebodyElse"))));

    [Fact]
    public async Task Trusting_the_account_leaves_the_decision_to_the_callers_policies()
    {
        var role = Target(Everything, $"arn:aws:iam::{LocalAccount.Id}:root");
        Assert.Equal("OK", await Code(role));
        var nobody = aws.Session("Nobody", """[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]""");
        Assert.Equal("AccessDenied", await Code(role, caller: nobody));
    }

    [Fact]
    public async Task A_denial_in_the_callers_policies_wins()
    {
        var caller = aws.Session("Forbidden", """[{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}]""");
        Assert.Equal("AccessDenied", await Code(Target(Everything, LocalAccount.RoleArn("Forbidden")), caller: caller));
    }

    [Fact]
    public async Task A_role_that_is_not_there_is_refused_like_one_that_may_not_be_assumed() =>
        Assert.Equal("AccessDenied", await Code(LocalAccount.RoleArn("NotThere")));

    [Theory]
    [InlineData("x", null, null)]
    [InlineData("has space", null, null)]
    [InlineData("ok.1", "bad identity", null)]
    [InlineData("ok.1", null, 899)]
    [InlineData("ok.1", null, 3601)]
    [InlineData("ok.1", null, 43_201)]
    public async Task Parameters_have_limits(string name, string? identity, int? seconds) =>
        Assert.Equal("ValidationError", await Code(Target(Everything), request =>
        {
            request.RoleSessionName = name;
            request.SourceIdentity = identity;
            request.DurationSeconds = seconds;
        }));

    [Theory]
    [InlineData(50, 10, "OK")]
    [InlineData(51, 10, "ValidationError")]
    [InlineData(1, 257, "ValidationError")]
    public async Task Tags_have_limits(int count, int length, string expected) =>
        Assert.Equal(expected, await Code(Target(Everything), request => request.Tags = Tags(count, _ => new string('v', length))));

    [Fact]
    public async Task Tags_that_do_not_fit_packed_are_too_large()
    {
        var random = new Random(1);
        Assert.Equal("PackedPolicyTooLarge", await Code(Target(Everything), request =>
            request.Tags = Tags(50, _ => string.Concat(Enumerable.Range(0, 250).Select(_ => (char)('a' + random.Next(26)))))));
    }

    [Fact]
    public async Task A_session_policy_limits_what_the_role_may_do()
    {
        var bucket = aws.NewBucket().Info.Name;
        foreach (var key in (string[])["open", "closed"]) await aws.Store.PutAsync(bucket, key, new MemoryStream());
        var answer = await Assume(Target(Everything), request => request.Policy =
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/open"}]}""");
        using var s3 = aws.S3(aws.Credentials.Find(answer.Credentials.AccessKeyId)!);
        Assert.Equal("OK", await Refusal.CodeOf(() => s3.GetObjectAsync(bucket, "open")));
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => s3.GetObjectAsync(bucket, "closed")));
    }

    [Fact]
    public async Task A_source_identity_stays_through_further_roles()
    {
        var first = await Assume(Target(Everything), request => request.SourceIdentity = "user-1");
        var session = aws.Credentials.Find(first.Credentials.AccessKeyId)!;
        var next = Target(Everything, session.Principal.RoleArn);
        Assert.Equal("AccessDenied", await Code(next, request => request.SourceIdentity = "user-2", session));
        var second = await Assume(next, _ => { }, session);
        Assert.Equal("user-1", aws.Credentials.Find(second.Credentials.AccessKeyId)!.Principal.SourceIdentity);
    }

    private static List<Tag> Tags(int count, Func<int, string> value) =>
        [.. Enumerable.Range(0, count).Select(i => new Tag { Key = $"key{i}", Value = value(i) })];

    private string Target(string[] actions, string? trusted = null)
    {
        var name = $"Role{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
        var trust = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["AWS"] = trusted ?? LocalRole.Administrator.Arn },
                ["Action"] = new JsonArray([.. actions]),
            }),
        };
        var role = new LocalRole(name, LocalAccount.RoleArn(name), trust, LocalRole.Administrator.IdentityPolicies, new Dictionary<string, string>());
        aws.Roles.Add(role);
        return role.Arn;
    }

    private Task<string> Code(string role, Action<AssumeRoleRequest>? change = null, Credential? caller = null) =>
        Refusal.CodeOf(() => Assume(role, change ?? (_ => { }), caller));

    private async Task<AssumeRoleResponse> Assume(string role, Action<AssumeRoleRequest> change, Credential? caller = null)
    {
        using var sts = aws.Sts(caller ?? aws.Admin);
        var request = new AssumeRoleRequest { RoleArn = role, RoleSessionName = "work.1" };
        change(request);
        return await sts.AssumeRoleAsync(request);
    }
}
