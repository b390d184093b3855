using Amazon.DynamoDBv2;
using Shares.Bench.Presigning;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>Both functions that answer requests, in this process, over the client of the store that they are given.</summary>
internal sealed class FunctionsUnderMeter : IAsyncDisposable
{
    private readonly FunctionUnderMeter _api;
    private readonly FunctionUnderMeter _access;
    private readonly IAsyncDisposable _sts;

    private FunctionsUnderMeter(FunctionUnderMeter api, FunctionUnderMeter access, IAsyncDisposable sts) => (_api, _access, _sts) = (api, access, sts);

    public static async Task<FunctionsUnderMeter> StartAsync(IAmazonDynamoDB store)
    {
        var sts = await OneSessionSts.StartAsync(PresignWork.Create());
        return new(await FunctionUnderMeter.StartApiAsync(store), await FunctionUnderMeter.StartAccessAsync(store, sts.Urls.Single()), sts);
    }

    /// <exception cref="InvalidOperationException">The answer is no success.</exception>
    public async Task<HttpApiAnswer> SendAsync(HttpApiEvent request)
    {
        var function = request.RawPath.EndsWith(":presign", StringComparison.Ordinal) ? _access : _api;
        var answer = await function.InvokeAsync(request);
        if (answer.StatusCode is < 200 or > 299) throw new InvalidOperationException($"{request.Method} {request.RawPath}: {answer.StatusCode} {answer.Text}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _access.DisposeAsync();
        await _sts.DisposeAsync();
    }
}
