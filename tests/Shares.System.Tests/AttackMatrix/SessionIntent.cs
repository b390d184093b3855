namespace Shares.SystemTests.AttackMatrix;

/// <summary>A session that somebody asks for.</summary>
internal sealed record SessionWish(string Label, Dictionary<string, string> Tags, string? SourceIdentity)
{
    public override string ToString() => Label;
}

/// <summary>What is meant about who gets sessions of which role. It knows nothing of trust policies.</summary>
internal static class SessionIntent
{
    public static readonly IReadOnlyList<string> SessionRoles = ["SharesPipelineRole", "SharesDownloadRole", "SharesUploadRole"];

    // Nobody has it, and only what tries shares out may name it.
    private const string CanaryDataset = "00000000-0000-8000-8000-0000000ca4a1";

    private static readonly Dictionary<string, string> NoTags = [];

    public static IEnumerable<SessionWish> WishesFor(string role)
    {
        var reaches = role == "SharesUploadRole" ? "bucket" : "ap01";
        Dictionary<string, string> Tags(string dataset) => new() { ["subscriber"] = "lab", [reaches] = "somewhere", ["ds01"] = dataset };
        yield return new("for a dataset", Tags("0197c000-0000-7000-8000-000000000001"), "canary");
        yield return new("for the dataset that nobody has", Tags(CanaryDataset), "canary");
        yield return new("for the dataset that nobody has, by a person", Tags(CanaryDataset), "lab-member");
        yield return new("for the dataset that nobody has and another", new(Tags(CanaryDataset)) { ["ds02"] = "0197c000-0000-7000-8000-000000000001" }, "canary");
        yield return new("without a dataset", new() { ["subscriber"] = "lab", [reaches] = "somewhere" }, "canary");
        yield return new("without tags", NoTags, null);
    }

    /// <summary>The canary, where there is one, gets what can reach nobody's data.</summary>
    public static bool IsGiven(string caller, string role, SessionWish wish) => SessionRoles.Contains(role) && caller switch
    {
        "AccessFunctionRole" => true,
        "CanaryFunctionRole" => wish.SourceIdentity is null or "canary"
            && (wish.Tags.Count == 0 || (wish.Tags.GetValueOrDefault("ds01") == CanaryDataset && !wish.Tags.ContainsKey("ds02"))),
        _ => false,
    };
}
