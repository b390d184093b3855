using System.Text.Json;
using Amazon.Runtime;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.Support;

internal static class Answers
{
    /// <summary><c>200</c>, or status and code of the problem, <c>404 NOT_FOUND</c>.</summary>
    public static string Outcome(this HttpApiAnswer answer) =>
        answer.StatusCode == 200 ? "200" : $"{answer.StatusCode} {answer.Json.GetProperty("errorCode").GetString()}";

    /// <summary>The body of an answer that must be a success.</summary>
    public static JsonElement Ok(this HttpApiAnswer answer)
    {
        Assert.True(answer.StatusCode == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>What broke which field, one text each.</summary>
    public static string[] FieldErrors(this HttpApiAnswer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()!)];

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>The credentials of an answer, for a client of S3.</summary>
    public static AWSCredentials Keys(this JsonElement json) =>
        new SessionAWSCredentials(json.Text("accessKeyId"), json.Text("secretAccessKey"), json.Text("sessionToken"));

    /// <summary>What a client sees of a request to storage: <c>OK</c>, or the error code.</summary>
    public static async Task<string> OutcomeAsync(Func<Task> request)
    {
        try
        {
            await request();
            return "OK";
        }
        catch (AmazonServiceException exception)
        {
            return exception.ErrorCode;
        }
    }
}
