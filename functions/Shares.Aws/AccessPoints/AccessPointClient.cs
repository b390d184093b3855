using System.Net;
using System.Text;
using System.Xml.Linq;
using Shares.Aws.Http;
using Shares.Core.Enforcing;

namespace Shares.Aws.AccessPoints;

/// <summary>
/// Access points of shares, over S3 Control. Every call may be repeated. Changes are eventually consistent: a fresh access point may
/// not be readable yet, and an old policy may still be read.
/// </summary>
/// <param name="http">See <see cref="S3ControlHttp"/>.</param>
/// <param name="accountId">12 digits.</param>
public sealed class AccessPointClient(HttpClient http, string accountId)
{
    private const string NoSuchAccessPoint = "NoSuchAccessPoint";

    /// <summary>Creates one with all of Block Public Access on. It has no policy yet.</summary>
    /// <param name="vpcId">The only network that it answers; null for the Internet.</param>
    public async Task<AwsResult<Creation>> CreateAsync(AccessPointName name, string bucket, string? vpcId, CancellationToken ct)
    {
        var answer = await SendAsync(HttpMethod.Put, name, "", AccessPointXml.CreateRequest(bucket, vpcId), $"create access point {name}", ct);
        if (answer.Failure is not { } failure) return Creation.Created;
        return failure.Code == "AccessPointAlreadyOwnedByYou" ? Creation.AlreadyThere : failure;
    }

    /// <returns>The names of all access points of the account and Region that begin so, whosever they are.</returns>
    public async Task<AwsResult<List<string>>> ListAsync(string beginning, CancellationToken ct)
    {
        const string action = "list access points";
        var names = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var query = next.Length == 0 ? "" : $"?nextToken={Uri.EscapeDataString(next)}";
            var answer = await SendAsync(HttpMethod.Get, $"v20180820/accesspoint{query}", null, action, ct);
            if (!answer.Succeeded(out var body, out var failure)) return failure;
            if (AccessPointXml.ReadNames(body) is not { } page) return Incomprehensible(action);
            names.AddRange(page.Where(name => name.StartsWith(beginning, StringComparison.Ordinal)));
            next = AccessPointXml.ReadNextToken(body);
        }

        return names;
    }

    /// <returns>Null when S3 says that there is none.</returns>
    public async Task<AwsResult<AccessPoint?>> FindAsync(AccessPointName name, CancellationToken ct)
    {
        var action = $"describe access point {name}";
        var answer = await SendAsync(HttpMethod.Get, name, "", null, action, ct);
        if (answer.Succeeded(out var body, out var failure))
            return AccessPointXml.ReadAccessPoint(body, name) is { } found ? found : Incomprehensible(action);
        return failure.Code == NoSuchAccessPoint ? (AccessPoint?)null : failure;
    }

    /// <returns>Null when S3 says that it has none. An access point that is not there is a failure.</returns>
    public async Task<AwsResult<string?>> FindPolicyAsync(AccessPointName name, CancellationToken ct)
    {
        var action = $"read the policy of access point {name}";
        var answer = await SendAsync(HttpMethod.Get, name, "/policy", null, action, ct);
        if (answer.Succeeded(out var body, out var failure))
            return AccessPointXml.ReadPolicy(body) is { Length: > 0 } policy ? policy : Incomprehensible(action);
        return failure.Code == "NoSuchAccessPointPolicy" ? (string?)null : MaybeNotThereYet(failure);
    }

    /// <summary>Replaces the whole policy.</summary>
    public async Task<AwsFailure?> PutPolicyAsync(AccessPointName name, string policy, CancellationToken ct)
    {
        var answer = await SendAsync(
            HttpMethod.Put, name, "/policy", AccessPointXml.PutPolicyRequest(policy), $"write the policy of access point {name}", ct);
        return answer.Failure is { } failure ? MaybeNotThereYet(failure) : null;
    }

    /// <summary>Deletes the access point with its policy. One that is not there is no failure.</summary>
    public Task<AwsFailure?> DeleteAsync(AccessPointName name, CancellationToken ct) => DeleteAsync(name.ToString(), ct);

    /// <inheritdoc cref="DeleteAsync(AccessPointName, CancellationToken)"/>
    /// <param name="name">As S3 has it: not one that we would give.</param>
    public async Task<AwsFailure?> DeleteAsync(string name, CancellationToken ct)
    {
        var answer = await SendAsync(HttpMethod.Delete, $"v20180820/accesspoint/{Uri.EscapeDataString(name)}", null, $"delete access point {name}", ct);
        return answer.Failure is { Code: not NoSuchAccessPoint } failure ? failure : null;
    }

    /// <summary>Who asks for a policy knows that the access point was created: it is only not visible everywhere.</summary>
    private static AwsFailure MaybeNotThereYet(AwsFailure failure) => failure.Code == NoSuchAccessPoint ? failure with { IsTransient = true } : failure;

    private static AwsFailure Incomprehensible(string action) => AwsFailure.NoAnswer(action, "the answer is incomplete.");

    private Task<AwsResult<XElement>> SendAsync(
        HttpMethod method, AccessPointName name, string suffix, XElement? body, string action, CancellationToken ct) =>
        SendAsync(method, $"v20180820/accesspoint/{name}{suffix}", body, action, ct);

    private async Task<AwsResult<XElement>> SendAsync(HttpMethod method, string path, XElement? body, string action, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("x-amz-account-id", accountId);
        if (body is not null) request.Content = new StringContent(body.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "application/xml");
        try
        {
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            return Read(response.StatusCode, XmlAnswer.TryParse(text), action, isEmpty: text.Length == 0);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return AwsFailure.NoAnswer(action, e.Message);
        }
    }

    private static AwsResult<XElement> Read(HttpStatusCode status, XElement? body, string action, bool isEmpty)
    {
        if (status is HttpStatusCode.OK or HttpStatusCode.NoContent)
            return body is not null || isEmpty ? body ?? new XElement("Empty") : Incomprehensible(action);
        var (code, message) = XmlAnswer.ReadError(body);
        return AwsFailure.Refused(action, code ?? $"HTTP {(int)status}", status, message);
    }
}
