using System.Xml;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Microsoft.Extensions.Logging;
using Shares.Core;

namespace Shares.Aws.Sessions;

/// <summary>Assumes the session roles. Only the function that holds this may assume them.</summary>
public sealed partial class SessionVendor(IAmazonSecurityTokenService sts, TimeProvider time, ILogger<SessionVendor> logger)
{
    /// <summary>The shortest session of STS.</summary>
    public static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(15);

    public async Task<VendedSession> VendAsync(SessionRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var lifetime = Lifetime(request.WantedUntil - time.GetUtcNow());
            var response = await sts.AssumeRoleAsync(ToAssumeRole(request, lifetime), ct);
            var (vended, wrong) = SessionAnswer.Read(response?.Credentials, lifetime, time.GetUtcNow());
            if (vended is null) return Unavailable(request, wrong!);
            LogVended(request.RoleArn, request.Identity.SessionName, vended.Credentials.ExpiresAt);
            return vended;
        }
        catch (PackedPolicyTooLargeException)
        {
            LogTooManyTags(request.Tags.Count);
            return new VendedSession.TooManyTags();
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && IsOutage(exception))
        {
            // The message of AccessDenied names the roles and nothing secret; of other errors it may hold what was sent.
            return Unavailable(request, (exception as AmazonServiceException)?.ErrorCode ?? exception.GetType().Name);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return Unavailable(request, SessionAnswer.Malformed);
        }
    }

    private VendedSession.Unavailable Unavailable(SessionRequest request, string code)
    {
        LogUnavailable(request.RoleArn, request.Identity.SessionName, code);
        return new VendedSession.Unavailable();
    }

    private static AssumeRoleRequest ToAssumeRole(SessionRequest request, TimeSpan lifetime) => new()
    {
        RoleArn = request.RoleArn,
        RoleSessionName = request.Identity.SessionName,
        SourceIdentity = request.Identity.SourceIdentity,
        DurationSeconds = (int)lifetime.TotalSeconds,
        Tags = [.. request.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
    };

    /// <summary>In whole seconds, as STS takes it.</summary>
    private static TimeSpan Lifetime(TimeSpan wanted) => TimeSpan.FromSeconds((long)Math.Clamp(
        wanted.TotalSeconds, ShortestLifetime.TotalSeconds, Limits.SessionLifetime.TotalSeconds));

    /// <summary>The SDK reports a time-out of its own as a cancellation that nobody asked for.</summary>
    private static bool IsOutage(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException;

    [LoggerMessage(200, LogLevel.Information, "Assumed {role} as {sessionName} until {expiresAt:O}")]
    private partial void LogVended(string role, string sessionName, DateTimeOffset expiresAt);

    [LoggerMessage(201, LogLevel.Information, "A session of {tags} tags is too large for STS")]
    private partial void LogTooManyTags(int tags);

    [LoggerMessage(202, LogLevel.Error, "{role} could not be assumed as {sessionName}: {code}")]
    private partial void LogUnavailable(string role, string sessionName, string code);
}
