using System.Text.Json.Nodes;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Local.S3Control;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.VerifyStorage;

/// <summary>What somebody with rights in the AWS account may do to a share's analyze access point, behind our back.</summary>
internal static class Tampering
{
    public static readonly IReadOnlyDictionary<string, (Action<Lab, ShareId> Act, DifferenceKind Kind)> Ways = new Dictionary<string, (Action<Lab, ShareId>, DifferenceKind)>
    {
        ["deleted"] = (Delete, DifferenceKind.AccessPointMissing),
        ["led to another bucket"] = ((lab, share) => Replace(lab, share, old => old with { Bucket = "somebody-elses" }), DifferenceKind.WrongBucket),
        ["opened to the Internet"] = ((lab, share) => Replace(lab, share, old => old with { VpcId = null }), DifferenceKind.WrongNetwork),
        ["moved to another VPC"] = ((lab, share) => Replace(lab, share, old => old with { VpcId = "vpc-other" }), DifferenceKind.WrongNetwork),
        ["made public"] = ((lab, share) => Replace(lab, share, old => old with { PublicAccessBlock = ["BlockPublicAcls"] }), DifferenceKind.PublicAccessNotBlocked),
        ["policy deleted"] = ((lab, share) => lab.Storage.AccessPoints.SetPolicy(Name(lab, share), null), DifferenceKind.PolicyMissing),
        ["statement added"] = ((lab, share) => Edit(lab, share, s => s.Add(JsonNode.Parse(
            """{"Sid":"Mine","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/mallory"},"Action":"s3:GetObject","Resource":"*"}"""))), DifferenceKind.StatementAdded),
        ["statement removed"] = ((lab, share) => Edit(lab, share, s => s.RemoveAt(1)), DifferenceKind.StatementMissing),
        ["statement changed"] = ((lab, share) => Edit(lab, share, s => s[1]!["Action"] = "s3:PutObject"), DifferenceKind.StatementChanged),
        ["principal added"] = ((lab, share) => Edit(lab, share, s => s[0]!["Condition"]!["ArnNotEquals"]!["aws:PrincipalArn"] =
            new JsonArray(Function.Context.PipelineRoleArn, "arn:aws:iam::111122223333:role/mallory")), DifferenceKind.PrincipalAdded),
    };

    public static string Name(Lab lab, ShareId share) => lab.AccessPointsOf(share)[0];

    public static void Delete(Lab lab, ShareId share) => Assert.True(lab.Storage.AccessPoints.Remove(Name(lab, share)));

    public static void Edit(Lab lab, ShareId share, Action<JsonArray> edit)
    {
        var policy = JsonNode.Parse(lab.Storage.AccessPoints.Find(Name(lab, share))!.Policy!)!;
        edit(policy["Statement"]!.AsArray());
        lab.Storage.AccessPoints.SetPolicy(Name(lab, share), policy.ToJsonString());
    }

    private static void Replace(Lab lab, ShareId share, Func<AccessPoint, AccessPoint> change)
    {
        var old = lab.Storage.AccessPoints.Find(Name(lab, share))!;
        Assert.True(lab.Storage.AccessPoints.Remove(old.Name));
        Assert.True(lab.Storage.AccessPoints.Add(change(old)));
    }
}
