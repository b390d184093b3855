using Microsoft.AspNetCore.Http;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Web.Bodies;

namespace Shares.Api.ListDatasets;

/// <summary>Which of the datasets are asked for. A filter of shares leaves no own dataset.</summary>
internal sealed record DatasetFilter
{
    public ShareId? Share { get; private init; }
    public string? Source { get; private init; }
    public string? Text { get; private init; }
    public string? Tag { get; private init; }
    public string? CreatedBy { get; private init; }
    public string? ProcessId { get; private init; }
    public string? Keyword { get; private init; }
    public string? ClassificationId { get; private init; }

    public bool WantsOwn => Source != "shared" && Share is null && Keyword is null && ClassificationId is null;

    public bool WantsShared => Source != "own";

    public static Result<DatasetFilter> Read(IQueryCollection query)
    {
        string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        var errors = new FieldErrors();
        ShareId? share = null;
        if (Value("share") is { } wanted && UuidId.TryParse<ShareId>(wanted, out var id)) share = id;
        else if (Value("share") is not null) errors.Add("share", "must be the id of a share");
        if (Value("source") is not (null or "own" or "shared")) errors.Add("source", "must be own or shared");
        if (errors.Failure is { } failure) return failure;
        return new DatasetFilter
        {
            Share = share,
            Source = Value("source"),
            Text = Value("text"),
            Tag = Value("tag"),
            CreatedBy = Value("createdBy"),
            ProcessId = Value("processId"),
            Keyword = Value("keyword"),
            ClassificationId = Value("classificationId"),
        };
    }

    public bool Accepts(Share share) =>
        (Share is null || Share == share.Id)
        && (Keyword is null || share.Keywords.Contains(Keyword))
        && (ClassificationId is null || share.ClassificationIds.Contains(ClassificationId));

    /// <summary>Text is looked for in name and description, without regard to case; everything else is compared exactly.</summary>
    public bool Accepts(DatasetSummary dataset) =>
        (Text is null || dataset.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || dataset.Description.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (Tag is null || dataset.Tags.Contains(Tag))
        && (CreatedBy is null || dataset.CreatedBy.ToString() == CreatedBy)
        && (ProcessId is null || dataset.ProcessId == ProcessId);
}
