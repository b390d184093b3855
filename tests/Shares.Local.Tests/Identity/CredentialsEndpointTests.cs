using System.Net;
using System.Text.Json.Nodes;
using Amazon.SecurityToken;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Identity;

public sealed class CredentialsEndpointTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Keys_of_a_role_come_in_the_shape_of_a_credential_process_and_work()
    {
        var answer = JsonNode.Parse(await Http.GetStringAsync($"{aws.Url()}/_local/credentials?role=admin"))!;
        Assert.Equal(1, (int)answer["Version"]!);
        var issued = aws.Credentials.Find((string)answer["AccessKeyId"]!)!;
        Assert.Equal((issued.SecretAccessKey, issued.SessionToken), ((string)answer["SecretAccessKey"]!, (string)answer["SessionToken"]!));
        using var sts = aws.Sts(issued);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/admin/local", (await sts.GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task An_unknown_role_has_no_keys() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync($"{aws.Url()}/_local/credentials?role=nobody")).StatusCode);

    [Fact]
    public async Task A_role_that_is_deleted_is_nobodys_any_more_and_its_keys_are_unknown()
    {
        aws.Roles.Add(new("short-lived", LocalAccount.RoleArn("short-lived"), null, [], new Dictionary<string, string>()));
        var address = $"{aws.Url()}/_local/credentials?role=short-lived";
        var keys = aws.Credentials.Find((string)JsonNode.Parse(await Http.GetStringAsync(address))!["AccessKeyId"]!)!;
        Assert.Equal(HttpStatusCode.NoContent, (await Http.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(address)).StatusCode);
        using var sts = aws.Sts(keys);
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new()));
        Assert.Equal("InvalidClientTokenId", refusal.ErrorCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.DeleteAsync($"{aws.Url()}/_local/credentials?role=admin")).StatusCode);
    }

    [Fact]
    public async Task A_name_that_a_web_page_could_point_at_this_machine_gets_no_keys()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{aws.Url()}/_local/credentials?role=admin");
        request.Headers.Host = "attacker.example";
        Assert.Equal("403 AccessDenied", await Refusal.Of(await Http.SendAsync(request)));
    }
}
