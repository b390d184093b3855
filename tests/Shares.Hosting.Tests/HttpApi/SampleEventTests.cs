using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Shares.Hosting.Tests.Support;

namespace Shares.Hosting.Tests.HttpApi;

/// <summary>Whole events as API Gateway documents them.</summary>
public class SampleEventTests
{
    [Fact]
    public async Task The_event_of_a_person_becomes_the_request_that_the_person_sent()
    {
        ClaimsPrincipal? user = null;
        await using var function = await WebFunction.StartAsync(context =>
        {
            user = context.User;
            return context.Response.WriteAsync(
                $"{context.Request.Method} {context.Request.Path}?text={context.Request.Query["text"]} {context.Request.Cookies["theme"]} {context.Connection.RemoteIpAddress}");
        });

        var answer = (await function.Api.InvokeAsync(Sample("jwt.json"))).Http;

        Assert.Equal("GET /api/projects/0197a000-0000-7000-8000-00000000000b/shares?text=rna seq dark 203.0.113.7", answer.Text);
        Assert.Equal(CallerClaims.Jwt, user!.Identity!.AuthenticationType);
        Assert.Equal("lab-admin", user.FindFirstValue("sub"));
        Assert.Equal("lab-admin@example.org", user.FindFirstValue("email"));
        Assert.Equal(["shares-users", "finance"], user.FindAll("cognito:groups").Select(claim => claim.Value));
    }

    [Fact]
    public async Task The_event_of_a_role_becomes_its_request_with_the_body_as_it_was_sent()
    {
        ClaimsPrincipal? user = null;
        await using var function = await WebFunction.StartAsync(async context =>
        {
            user = context.User;
            using var body = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync($"{context.Request.ContentType} {context.Request.ContentLength} {await body.ReadToEndAsync()}");
        });

        var answer = (await function.Api.InvokeAsync(Sample("iam.json"))).Http;

        const string body = """{"executionId": "0197e000-0000-7000-8000-000000000042", "datasetIds": ["0197c000-0000-7000-8000-000000000001"]}""";
        Assert.Equal($"application/json {body.Length} {body}", answer.Text);
        Assert.Equal(CallerClaims.Iam, user!.Identity!.AuthenticationType);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/immunology-lab-pipeline/job-42", user.FindFirstValue(CallerClaims.UserArn));
        Assert.Equal("111122223333", user.FindFirstValue(CallerClaims.AccountId));
        Assert.Equal("AROAEXAMPLE:job-42", user.FindFirstValue(CallerClaims.CallerId));
        Assert.DoesNotContain(user.Claims, claim => claim.Value.Contains("ASIA", StringComparison.Ordinal));
    }

    private static string Sample(string name)
    {
        using var reader = new StreamReader(typeof(SampleEventTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
