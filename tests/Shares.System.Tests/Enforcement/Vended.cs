using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>A session that was asked for in somebody's name, and what came of it.</summary>
/// <param name="Session">Null when it was refused.</param>
/// <param name="Endpoint">From where it may be used.</param>
internal sealed record Vended(Answer Answer, AWSCredentials? Session, Uri Endpoint, string Alias, UploadedDataset Dataset)
{
    public static async Task<Vended> ForPipelineAsync(World world, UploadedDataset dataset, string execution)
    {
        var answer = await HandedOut.AskForRunAsync(world, execution, dataset);
        return answer.Status == 200
            ? new(answer, World.Session(answer["credentials"]), world.Cloud.Vpc, Storage.Parse((string)answer["datasets"]![0]!["s3"]!).Bucket, dataset)
            : new(answer, null, world.Cloud.Vpc, "", dataset);
    }

    /// <param name="alias">Of the share's download access point; where it is not there, the session is for none.</param>
    public static async Task<Vended> ForPersonAsync(World world, ApiClient person, UploadedDataset dataset, string? alias)
    {
        var body = new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id };
        var answer = await person.PostAsync($"/api/projects/{world.Lab}/s3-token", body);
        return new(answer, answer.Status == 200 ? World.Session(answer.Body!) : null, world.Cloud.Internet, alias ?? "no-such-access-point", dataset);
    }

    /// <summary>Whether the session reads the dataset's file at this moment.</summary>
    public async Task<bool> ReadsAsync()
    {
        if (Session is null) return false;
        using var s3 = Storage.Client(Session, Endpoint);
        try
        {
            (await s3.GetObjectAsync(Alias, Dataset.Key)).Dispose();
            return true;
        }
        catch (AmazonS3Exception refusal) when ((int)refusal.StatusCode is 403 or 404)
        {
            return false;
        }
    }
}
