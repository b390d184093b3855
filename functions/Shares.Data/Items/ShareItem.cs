using System.Collections.Frozen;
using Amazon.DynamoDBv2.Model;
using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;
using Condition = Shares.Core.Sharing.Condition;

namespace Shares.Data.Items;

/// <summary>A share, the authority on what is shared with whom: <c>SHARE#{s}</c>, <c>META</c>.</summary>
public static class ShareItem
{
    public const string Prefix = "SHARE#";

    /// <summary>What an edit may change. Not among them: identity, and the enforcement, of which an edit sets the state alone.</summary>
    public static readonly IReadOnlyList<string> Editable =
    [
        "Name", "Description", "Conditions", "ClassificationIds", "Keywords", "Projects", "IsViewRestricted", "EgressLimit", "Suspension", "LiftedPeriod", "ExpiresAt",
        "UpdatedAt", "Version", "AnalyzeGeneration", "DownloadGeneration",
    ];

    public static string Partition(ShareId id) => $"{Prefix}{id}";

    public static Key KeyOf(ShareId id) => new(Partition(id), Key.Meta);

    public static Item ToItem(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return KeyOf(share.Id).ToItem()
            .With("Name", share.Name)
            .With("Description", share.Description)
            .With("Publisher", share.PublisherId.ToString())
            .With("Conditions", share.Selection.Conditions, ToMap)
            .With("ClassificationIds", share.ClassificationIds)
            .With("Keywords", share.Keywords)
            .WithSet("Projects", share.SharedProjectIds)
            .With("IsViewRestricted", share.IsViewRestricted)
            .With("EgressLimit", EgressLimitMap.Write(share.EgressLimit))
            .With("Suspension", EgressLimitMap.Write(share.Suspension))
            .With("LiftedPeriod", share.LiftedPeriod?.ToString())
            .With("ExpiresAt", share.ExpiresAt)
            .With("CreatedBy", share.CreatedBy.ToString())
            .With("CreatedAt", share.CreatedAt)
            .With("UpdatedAt", share.UpdatedAt)
            .With("Version", share.Version)
            .With("AnalyzeGeneration", share.AnalyzeGeneration)
            .With("DownloadGeneration", share.DownloadGeneration)
            .With("Enforcement", EnforcementSummaryMap.Write(share.Enforcement));
    }

    public static Share FromItem(Item item) => new()
    {
        Id = UuidId.Parse<ShareId>(Key.Of(item).Partition[Prefix.Length..]),
        Name = item.Text("Name"),
        Description = item.Text("Description"),
        PublisherId = item.Id<ProjectId>("Publisher"),
        Selection = new Selection(item.List("Conditions", FromMap)),
        ClassificationIds = item.Texts("ClassificationIds"),
        Keywords = item.Texts("Keywords"),
        SharedProjectIds = item.Set<ProjectId>("Projects").ToFrozenSet(),
        IsViewRestricted = item.Flag("IsViewRestricted"),
        EgressLimit = EgressLimitMap.Read(item, "EgressLimit"),
        Suspension = EgressLimitMap.ReadSuspension(item, "Suspension"),
        LiftedPeriod = item.TextOrNull("LiftedPeriod") is { } month ? BillingPeriod.Parse(month) : null,
        ExpiresAt = item.TimeOrNull("ExpiresAt"),
        CreatedBy = item.User("CreatedBy"),
        CreatedAt = item.Time("CreatedAt"),
        UpdatedAt = item.Time("UpdatedAt"),
        Version = item.Number("Version"),
        AnalyzeGeneration = (int)item.Number("AnalyzeGeneration"),
        DownloadGeneration = (int)item.Number("DownloadGeneration"),
        Enforcement = EnforcementSummaryMap.Read(item["Enforcement"]),
    };

    private static AttributeValue ToMap(Condition condition) =>
        new() { M = new Item().With("Field", condition.Field).With("Value", AttributeWriting.Text(condition.Value)) };

    private static Condition FromMap(AttributeValue map) => new(map.M.Name<SelectionField>("Field"), map.M.Text("Value"));
}
