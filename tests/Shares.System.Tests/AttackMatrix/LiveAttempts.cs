using System.Collections.Concurrent;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Makes attempts on the running system: real sessions, real signatures, real requests.</summary>
internal sealed class LiveAttempts(LocalCloud cloud, IReadOnlyDictionary<Attacker, AWSCredentials> vended)
{
    // What S3 answers to somebody who may ask for what is not there.
    private static readonly string[] ServedWithout = ["NoSuchKey", "NoSuchUpload", "NoSuchVersion"];

    private static readonly Dictionary<string, (HttpMethod Method, (string, string)[] Query)> Requests = new()
    {
        ["s3:GetObject"] = (HttpMethod.Get, []),
        ["s3:GetObjectVersion"] = (HttpMethod.Get, [("versionId", "1")]),
        ["s3:PutObject"] = (HttpMethod.Put, []),
        ["s3:DeleteObject"] = (HttpMethod.Delete, []),
        ["s3:AbortMultipartUpload"] = (HttpMethod.Delete, [("uploadId", "1")]),
        ["s3:ListMultipartUploadParts"] = (HttpMethod.Get, [("uploadId", "1")]),
        ["s3:ListBucket"] = (HttpMethod.Get, [("list-type", "2")]),
    };

    private readonly ConcurrentDictionary<Attacker, Lazy<Task<ImmutableCredentials>>> _keys = new();

    /// <summary>What the local storage can do, and what can be tried now: no old sessions, no plain connections.</summary>
    public static bool IsPossible(Attempt attempt) =>
        Requests.ContainsKey(attempt.Action) && attempt.IsEncrypted && attempt.SessionAge < TimeSpan.FromHours(1)
        && (attempt.Lists || attempt.Key.Length > 0)
        // STS takes no wildcards in tags.
        && !attempt.Who.Tags.Values.Any(value => value.AsSpan().ContainsAny('*', '?'))
        // To the second when it is made, and older when it arrives.
        && attempt.SignatureAge != TimeSpan.FromMinutes(15);

    public async Task<(bool IsServed, string Answer)> TryAsync(Attempt attempt)
    {
        var (method, query) = Requests[attempt.Action];
        if (attempt is { Lists: true, Prefix: { } prefix }) query = [.. query, ("prefix", prefix)];
        var path = attempt.Lists ? attempt.Through.Address : $"{attempt.Through.Address}/{attempt.Key}";
        var request = new StorageRequest(method, attempt.IsInVpc ? cloud.Vpc : cloud.Internet, path, query);
        using var message = attempt.Who.Role is null ? request.Unsigned() : Signed(request, await KeysAsync(attempt.Who), attempt);
        using var response = await cloud.Http.SendAsync(message);
        if (response.IsSuccessStatusCode) return (true, $"{(int)response.StatusCode}");
        var body = await response.Content.ReadAsStringAsync();
        var code = XDocument.Parse(body).Root!.Element("Code")!.Value;
        return (ServedWithout.Contains(code), $"{(int)response.StatusCode} {code}");
    }

    private static HttpRequestMessage Signed(StorageRequest request, ImmutableCredentials keys, Attempt attempt)
    {
        var at = TimeProvider.System.GetUtcNow() - attempt.SignatureAge;
        return attempt.IsPresigned ? request.SignedInQuery(keys, at) : request.SignedInHeader(keys, at);
    }

    private Task<ImmutableCredentials> KeysAsync(Attacker who) =>
        _keys.GetOrAdd(who, one => new Lazy<Task<ImmutableCredentials>>(() => IssueAsync(one))).Value;

    private async Task<ImmutableCredentials> IssueAsync(Attacker who)
    {
        if (vended.TryGetValue(who, out var known)) return await known.GetCredentialsAsync();
        if (!who.Role!.StartsWith("Shares", StringComparison.Ordinal)) return await (await cloud.CredentialsAsync(who.Role)).GetCredentialsAsync();
        // As whoever has the keys of the Access function could, with any tags.
        var config = new AmazonSecurityTokenServiceConfig { ServiceURL = cloud.Internet.ToString(), AuthenticationRegion = "us-east-1" };
        using var sts = new AmazonSecurityTokenServiceClient(await cloud.CredentialsAsync("AccessFunctionRole"), config);
        var answer = await sts.AssumeRoleAsync(new()
        {
            RoleArn = $"arn:aws:iam::{LocalCloud.AccountId}:role/{who.Role}",
            RoleSessionName = "attempt",
            SourceIdentity = who.SourceIdentity,
            DurationSeconds = 3600,
            Tags = [.. who.Tags.Select(tag => new Amazon.SecurityToken.Model.Tag { Key = tag.Key, Value = tag.Value })],
        });
        return new ImmutableCredentials(answer.Credentials.AccessKeyId, answer.Credentials.SecretAccessKey, answer.Credentials.SessionToken);
    }
}
