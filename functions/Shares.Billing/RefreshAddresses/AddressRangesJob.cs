using Microsoft.Extensions.Logging;
using Shares.Aws.Objects;
using Shares.Core.Egress.Zones;
using Shares.Hosting;

namespace Shares.Billing.RefreshAddresses;

/// <summary>Keeps a copy of AWS's list of addresses where Egress reads it. A list that is none, or is older than the copy, is not taken.</summary>
public sealed partial class AddressRangesJob(
    BillingSettings settings, PublishedAddresses published, ObjectReader reader, ObjectWriter writer, ILogger<AddressRangesJob> logger) : IJob
{
    public Job Name => Job.AddressRanges;

    public Task RunAsync(InvocationContext context, CancellationToken ct) => RefreshAsync(ct);

    /// <summary>Takes the list over where there is no copy yet: without one nothing is recorded.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        if (await FindVersionAsync(ct) is null) await RefreshAsync(ct);
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        var list = (await published.FetchAsync(ct)).OrFail();
        if (IpRangesFile.Read(list) is null || IpRangesFile.VersionOf(list) is not { } version)
            throw new JobFailedException($"What {settings.AddressRanges} answers is not AWS's list of its addresses.");
        if (await FindVersionAsync(ct) is { } known && known >= version) return;
        (await writer.WriteAsync(settings.ReportsBucket, AddressRanges.Key, "application/json", (stream, token) => stream.WriteAsync(list, token).AsTask(), ct)).OrFail();
        LogTaken(version);
    }

    /// <returns>Null when there is no copy, or one that is no list and so is worth nothing.</returns>
    private async Task<long?> FindVersionAsync(CancellationToken ct)
    {
        using var found = (await reader.OpenAsync(settings.ReportsBucket, AddressRanges.Key, ct)).OrFail();
        if (found is null) return null;
        using var copy = new MemoryStream();
        await found.Body.CopyToAsync(copy, ct);
        var json = copy.ToArray();
        return IpRangesFile.Read(json) is null ? null : IpRangesFile.VersionOf(json);
    }

    [LoggerMessage(650, LogLevel.Information, "Took over AWS's list of its addresses, number {Version}")]
    private partial void LogTaken(long version);
}
