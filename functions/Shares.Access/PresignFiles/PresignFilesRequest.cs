using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Bodies;

namespace Shares.Access.PresignFiles;

/// <summary>Either <see cref="Paths"/>, or <see cref="All"/> with a page of the dataset's files.</summary>
internal sealed record PresignFilesRequest(
    IReadOnlyList<string?>? Paths, bool? All, int? Limit, string? NextToken, int? ExpiresInSeconds)
{
    /// <summary>A URL has about 1.6 KB, an answer of Lambda 6 MB.</summary>
    public const int MaxUrls = 2000;

    public const int ShortestLife = 60;

    /// <summary>Storage refuses signatures that are older, whatever they say of themselves.</summary>
    public const int LongestLife = 900;

    public TimeSpan Life => TimeSpan.FromSeconds(ExpiresInSeconds ?? LongestLife);

    /// <summary>Of <see cref="All"/>; paths that are named are signed all at once.</summary>
    public int PageLimit => Paths is null && Limit is { } limit ? limit : MaxUrls;

    public Failure? Validate(DatasetId dataset)
    {
        var errors = new FieldErrors();
        if (ExpiresInSeconds is < ShortestLife or > LongestLife) errors.Add("expiresInSeconds", $"must be from {ShortestLife} to {LongestLife}");
        if (Limit is < 1 or > MaxUrls) errors.Add("limit", $"must be from 1 to {MaxUrls}");
        if (All is true == Paths is not null) errors.Add("paths", "must be given, or else all must be true");
        else if (Paths is { Count: 0 or > MaxUrls }) errors.Add("paths", $"must name 1 to {MaxUrls} files");
        else AddRefusedPaths(errors, dataset);
        return errors.Failure;
    }

    private void AddRefusedPaths(FieldErrors errors, DatasetId dataset)
    {
        const int enough = 20;
        var refused = (Paths ?? []).Select((path, i) => (Field: $"paths[{i}]", Refusal: FilePath.Refuse(path, dataset)));
        foreach (var (field, refusal) in refused.Where(r => r.Refusal is not null).Take(enough)) errors.Add(field, refusal!);
    }
}
