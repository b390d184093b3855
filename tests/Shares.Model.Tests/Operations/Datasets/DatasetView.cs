using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>What answers show of a dataset.</summary>
internal static class DatasetView
{
    /// <param name="through">The share that shows it; null for an own one.</param>
    public static JsonObject InList(State state, Dataset dataset, Ref viewer, Share? through) => new()
    {
        ["id"] = dataset.Id,
        ["name"] = dataset.Name,
        ["description"] = dataset.Description,
        ["projectId"] = state.IdOf(viewer),
        ["processId"] = dataset.ProcessId,
        ["status"] = dataset.Status,
        ["tags"] = new JsonArray([.. dataset.Tags.Select(tag => new JsonObject { ["value"] = tag })]),
        ["createdBy"] = dataset.CreatedBy,
        ["createdAt"] = Texts.Time(dataset.CreatedAt),
        ["updatedAt"] = Texts.Time(dataset.UpdatedAt),
        ["share"] = through is null ? null : new JsonObject { ["id"] = through.Id, ["name"] = through.Name },
        ["isViewRestricted"] = through is { IsViewRestricted: true },
        ["totalSizeBytes"] = dataset.Counted?.Bytes,
        ["fileCount"] = dataset.Counted?.Files,
    };

    public static JsonObject Detail(State state, Dataset dataset, Ref viewer, Share? through)
    {
        var view = InList(state, dataset, viewer, through);
        view["originatingProjectId"] = state.IdOf(dataset.Project);
        view["s3"] = Files(dataset, through is null ? state.Project(viewer)!.Bucket : through.Alias(isForDownloads: true));
        return view;
    }

    /// <param name="place">A bucket, or what stands for one; empty while there is none.</param>
    public static string Files(Dataset dataset, string place) => place.Length == 0 ? "" : $"s3://{place}/datasets/{dataset.Id}";
}
