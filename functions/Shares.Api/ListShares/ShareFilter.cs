using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Web.Bodies;
using Shares.Web.Paging;

namespace Shares.Api.ListShares;

/// <summary>Which of a project's shares are asked for, and in which order.</summary>
internal sealed record ShareFilter
{
    private const string ByName = "name";

    private static readonly string[] Sorts = [ByName, "createdAt", "updatedAt", "type"];

    public required IReadOnlySet<ShareType> Types { get; init; }
    public string? Text { get; private init; }
    public string? Keyword { get; private init; }
    public string? ClassificationId { get; private init; }
    public ProjectId? Publisher { get; private init; }
    public DateTimeOffset? CreatedFrom { get; private init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? CreatedTo { get; private init; }
    public string Sort { get; private init; } = ByName;
    public bool IsByName => Sort == ByName;
    public bool Descending { get; private init; }

    /// <param name="types">Those looked for when the query names none.</param>
    public static Result<ShareFilter> Read(IQueryCollection query, params ShareType[] types)
    {
        var errors = new FieldErrors();
        string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        DateTimeOffset? Time(string name)
        {
            if (Value(name) is not { } text) return null;
            if (!UtcTime.TryParse(text, out var time)) errors.Add(name, UtcTime.Rule);
            return time;
        }

        if (!UuidId.TryParse<ProjectId>(Value("publisher"), out var publisher) && Value("publisher") is not null)
            errors.Add("publisher", "must be the id of a project");
        if (Value("sort") is { } sort && !Sorts.Contains(sort)) errors.Add("sort", $"must be one of {string.Join(", ", Sorts)}");
        if (Value("order") is not (null or "asc" or "desc")) errors.Add("order", "must be asc or desc");
        var filter = new ShareFilter
        {
            Types = Value("type") is { } names ? ReadTypes(names, errors) : types.ToHashSet(),
            Text = Value("text"),
            Keyword = Value("keyword"),
            ClassificationId = Value("classificationId"),
            Publisher = Value("publisher") is null ? null : publisher,
            CreatedFrom = Time("createdFrom"),
            CreatedTo = Time("createdTo"),
            Sort = Value("sort") ?? ByName,
            Descending = Value("order") == "desc",
        };
        return errors.Failure is { } failure ? failure : filter;
    }

    /// <summary>In lists that are not by name.</summary>
    public ListPosition PositionOf(RelatedShare related)
    {
        var share = related.Share;
        return new(
            Sort switch
            {
                "createdAt" => Sortable(share.CreatedAt),
                "updatedAt" => Sortable(share.UpdatedAt),
                _ => ContractName.Of(related.Relation.Type),
            },
            share.Id.ToString());
    }

    public bool Accepts(RelatedShare related)
    {
        var share = related.Share;
        return Types.Contains(related.Relation.Type)
            && (Text is null || share.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || share.Description.Contains(Text, StringComparison.OrdinalIgnoreCase))
            && (Keyword is null || share.Keywords.Contains(Keyword))
            && (ClassificationId is null || share.ClassificationIds.Contains(ClassificationId))
            && (Publisher is null || share.PublisherId == Publisher)
            && (CreatedFrom is null || share.CreatedAt >= CreatedFrom)
            && (CreatedTo is null || share.CreatedAt < CreatedTo);
    }

    private static string Sortable(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static HashSet<ShareType> ReadTypes(string names, FieldErrors errors)
    {
        var types = new HashSet<ShareType>();
        foreach (var name in names.Split(','))
        {
            if (ContractName.TryParse<ShareType>(name, out var type)) types.Add(type);
            else errors.Add("type", $"must be a list of {string.Join(", ", ContractName.All<ShareType>())}");
        }

        return types;
    }
}
