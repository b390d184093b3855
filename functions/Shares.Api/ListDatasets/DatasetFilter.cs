using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Web.Bodies;

namespace Shares.Api.ListDatasets;

/// <summary>Which of the datasets are asked for. A filter of shares leaves no own dataset.</summary>
internal sealed record DatasetFilter
{
    private static readonly (string Name, SelectionField Field, TextRule Rule)[] Fields =
    [
        ("tag", SelectionField.Tag, TextRule.Tag),
        ("createdBy", SelectionField.CreatedBy, TextRule.UserId),
        ("processId", SelectionField.ProcessId, TextRule.ProcessId),
    ];

    public ShareId? Share { get; private init; }
    public string? Source { get; private init; }
    public string? Text { get; private init; }

    /// <summary>Values that a dataset must have, by which the table finds it.</summary>
    public IReadOnlyList<Condition> Having { get; private init; } = [];
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
        var filter = new DatasetFilter
        {
            Share = share,
            Source = Value("source"),
            Text = Value("text"),
            Having = [.. Conditions(query, errors)],
            Keyword = Value("keyword"),
            ClassificationId = Value("classificationId"),
        };
        return errors.Failure is { } failure ? failure : filter;
    }

    private static IEnumerable<Condition> Conditions(IQueryCollection query, FieldErrors errors)
    {
        foreach (var (name, field, rule) in Fields)
        {
            if (query[name].ToString() is { Length: > 0 } text) yield return new(field, errors.Text(name, text, rule));
        }
    }

    public bool Accepts(Share share) =>
        (Share is null || Share == share.Id)
        && (Keyword is null || share.Keywords.Contains(Keyword))
        && (ClassificationId is null || share.ClassificationIds.Contains(ClassificationId));

    /// <summary>Text is looked for in name and description, without regard to case; everything else is compared exactly.</summary>
    public bool Accepts(DatasetSummary dataset) =>
        (Text is null || dataset.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || dataset.Description.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && Having.All(condition => Has(dataset, condition));

    private static bool Has(DatasetSummary dataset, Condition condition) => condition.Field switch
    {
        SelectionField.Tag => dataset.Tags.Contains(condition.Value),
        SelectionField.CreatedBy => dataset.CreatedBy.ToString() == condition.Value,
        _ => dataset.ProcessId == condition.Value,
    };
}
