using System.Text;
using Shares.Local.Policies;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

/// <summary>The rules for a policy that is put on a bucket or an access point.</summary>
public static class ResourcePolicy
{
    private const int MaximumBytes = 20_480;
    private const int MaximumBody = 64 * 1024;

    /// <param name="resource">ARN of what the policy is put on.</param>
    public static async Task<(string? Policy, S3Error? Error)> ReadAsync(
        HttpRequest request, PolicyEvaluator evaluator, string resource, CancellationToken cancellationToken)
    {
        var text = await TextBody.ReadAsync(request, MaximumBody, cancellationToken);
        return text is null ? (null, TooLarge) : await CheckAsync(text, mayBePublic: false, evaluator, resource, cancellationToken);
    }

    /// <param name="mayBePublic">An access point that answers a VPC only is never public.</param>
    public static async Task<(string? Policy, S3Error? Error)> CheckAsync(
        string text, bool mayBePublic, PolicyEvaluator evaluator, string resource, CancellationToken cancellationToken)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes) return (null, TooLarge);
        var errors = await evaluator.ValidateAsync(text, PolicyType.Resource, resource, cancellationToken);
        if (errors is [var first, ..]) return (null, S3Error.MalformedPolicy(first));
        // Block Public Access refuses what would open a bucket to everybody.
        return !mayBePublic && await evaluator.IsPublicAsync(text, cancellationToken) ? (null, S3Error.AccessDenied) : (text, null);
    }

    private static S3Error TooLarge => S3Error.MalformedPolicy("Policies must be at most 20480 bytes");
}
