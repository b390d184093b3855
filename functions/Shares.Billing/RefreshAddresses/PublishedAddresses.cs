using Shares.Aws.Http;

namespace Shares.Billing.RefreshAddresses;

/// <summary>AWS's list of its addresses, as it is published for everybody.</summary>
public sealed class PublishedAddresses(HttpClient http, Uri address)
{
    /// <summary>The list has some 2 MB.</summary>
    private const int Longest = 64 * 1024 * 1024;

    public async Task<AwsResult<byte[]>> FetchAsync(CancellationToken ct)
    {
        const string action = "tell its addresses";
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode) return AwsFailure.Refused(action, $"HTTP {(int)response.StatusCode}", response.StatusCode, null, "AWS");
            await response.Content.LoadIntoBufferAsync(Longest, ct);
            return await response.Content.ReadAsByteArrayAsync(ct);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return AwsFailure.NoAnswer(action, e.Message, "AWS");
        }
    }
}
