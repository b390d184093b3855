using Shares.Api.Datasets;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.RegisterDataset;

/// <param name="ExpectedFiles">Paths that will be uploaded, relative to the dataset's <c>data/</c>.</param>
internal sealed record RegisterDatasetRequest(
    string? Name, string? Description, string? ProcessId, IReadOnlyList<TagBody?>? Tags, IReadOnlyList<string?>? ExpectedFiles)
{
    /// <summary>An S3 key has at most 1,024 bytes, of which <c>datasets/{id}/data/</c> takes 51; a character up to 4.</summary>
    private static readonly TextRule Path = new(1, 240);

    private const int MostFiles = 2000;

    public Result<Dataset> ApplyTo(Dataset dataset)
    {
        var errors = new FieldErrors();
        if (ExpectedFiles is null) errors.Add("expectedFiles", "is required");
        var registered = new DatasetFields(Name, Description, ProcessId, Tags).ApplyTo(dataset, errors);
        var files = errors.TextsAsGiven("expectedFiles", ExpectedFiles, Path, MostFiles);
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i] is { Length: > 0 } path && !IsRelative(path))
                errors.Add($"expectedFiles[{i}]", "must be a relative path without empty, . or .. segments");
        }

        return errors.Failure is { } failure ? failure : registered with { ExpectedFiles = [.. files.Distinct(StringComparer.Ordinal)] };
    }

    private static bool IsRelative(string path) => path.Split('/').All(segment => segment is not ("" or "." or ".."));
}

/// <param name="UploadPath">Where the files go: <c>s3://{bucket}/datasets/{id}/data</c>.</param>
internal sealed record RegisterDatasetAnswer(string Id, string Message, string UploadPath, string Bucket);
