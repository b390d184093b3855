using System.Text.Json.Nodes;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;
using Shares.Local.Identity;
using Shares.Local.S3Control;
using Shares.Local.Tests.Aws;
using Shares.Local.Tests.Template;
using Tag = Amazon.SecurityToken.Model.Tag;

namespace Shares.Local.Tests.Policies;

/// <summary>
/// A publisher's and a subscriber's bucket, two shares with their access points, the roles of the real templates, and the
/// guardrail policies that enforce a share.
/// </summary>
public sealed class SharedStorage : IAsyncLifetime
{
    public const string Publisher = "shares-publisher", Lab = "shares-lab";
    public const string Dataset = "0199a0b0-0000-7000-8000-00000000000d", OtherDataset = "0199a0b0-0000-7000-8000-00000000000e";
    public const string Granted = $"datasets/{Dataset}/data/reads.fastq", NotGranted = $"datasets/{OtherDataset}/data/reads.fastq";
    public const string Result = "results/run-1/out.csv";
    public const string Analyze = "shr-0199a0b00000700080000000000000aa-a1", Download = "shr-0199a0b00000700080000000000000aa-d1";
    public const string OtherShare = "shr-0199a0b00000700080000000000000bb-a1";

    public LocalAwsHost Aws { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Aws.InitializeAsync();
        foreach (var role in RealTemplate.Load().Roles)
            Aws.Roles.Add(new LocalRole(role.Name, role.Arn, role.TrustPolicy, role.Policies, new Dictionary<string, string>()));
        foreach (var (bucket, key) in ((string, string)[])[(Publisher, Granted), (Publisher, NotGranted), (Lab, Result)])
        {
            Aws.Store.Create(bucket);
            await Aws.Store.PutAsync(bucket, key, new MemoryStream([1, 2, 3]));
        }

        using var admin = Aws.S3(Aws.Admin);
        foreach (var bucket in (string[])[Publisher, Lab])
            await admin.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = Guardrails.OfBucket(bucket) });
        foreach (var name in (string[])[Analyze, Download, OtherShare])
        {
            var vpc = name == Download ? null : LocalAwsHost.VpcId;
            Aws.Service<AccessPointStore>().Add(new AccessPoint(
                name, Publisher, AccessPointName.NewAlias(name), vpc, AccessPoint.PublicAccessSettings, Aws.Time.GetUtcNow(), Policy: null));
            SetPolicy(name);
        }
    }

    public ValueTask DisposeAsync() => Aws.DisposeAsync();

    public string Alias(string accessPoint) => Aws.Service<AccessPointStore>().Find(accessPoint)!.Alias;

    public void SetPolicy(string accessPoint, JsonNode? revocation = null) =>
        Aws.Service<AccessPointStore>().SetPolicy(accessPoint, Guardrails.OfAccessPoint(accessPoint, revocation));

    /// <summary>A session as the Access function vends it, by AssumeRole.</summary>
    /// <param name="grants">Pairs of access point and dataset.</param>
    public Task<Credential> VendAsync(string role, params (string AccessPoint, string Dataset)[] grants)
    {
        var tags = grants.SelectMany((grant, i) => (Tag[])
        [
            new() { Key = $"ap{i + 1:00}", Value = grant.AccessPoint }, new() { Key = $"ds{i + 1:00}", Value = grant.Dataset },
        ]);
        return AssumeAsync(role, [.. tags, new() { Key = "bucket", Value = Lab }, new() { Key = "subscriber", Value = "lab" }]);
    }

    public async Task<Credential> AssumeAsync(string role, List<Tag> tags)
    {
        using var sts = Aws.Sts(Aws.Credentials.IssueFor(Aws.Roles.Find("AccessFunctionRole")!, "AccessFunction"));
        var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = LocalAccount.RoleArn(role),
            RoleSessionName = "lab.run-1",
            SourceIdentity = "run-1",
            DurationSeconds = 3600,
            Tags = tags,
        });
        return Aws.Credentials.Find(answer.Credentials.AccessKeyId)!;
    }
}
