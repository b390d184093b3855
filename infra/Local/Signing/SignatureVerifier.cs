using System.Globalization;
using Shares.Local.Identity;
using static Shares.Local.Signing.SignatureFailures;
using static Shares.Local.Signing.SignatureResult;

namespace Shares.Local.Signing;

/// <summary>Checks AWS Signature Version 4 of a request to any service, in the header or in the query.</summary>
public sealed class SignatureVerifier(CredentialStore credentials, TimeProvider time)
{
    private static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Call once per request, before its body is read. Afterwards <see cref="HttpRequest.Body"/> is the payload: for S3 a stream
    /// that is decoded and checked as it is read (<see cref="InvalidPayloadException"/>), for other services checked and buffered.
    /// </summary>
    /// <param name="service">The service that the signature must be for, such as <c>execute-api</c>; <see langword="null"/> takes any.</param>
    public async Task<SignatureResult> VerifyAsync(HttpContext context, string? service, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var target = RequestTarget.Of(context);
        var inQuery = PresignedQuery.IsPresent(target);
        var inHeader = request.Headers.Authorization.Count > 0;
        // The query of a URL presigned with version 2, which older clients still make by default.
        if (target.Has("AWSAccessKeyId")) return UnsupportedMechanism;
        if (!inQuery && !inHeader) return new Anonymous();
        if (inQuery && inHeader) return TwoMechanisms;
        var (claim, failure) = inQuery ? PresignedQuery.Read(target) : AuthorizationHeader.Read(request.Headers);
        if (claim is null) return failure!;
        if (CheckScope(claim, service) is { } wrongScope) return wrongScope;
        if (credentials.Find(claim.AccessKeyId) is not { } credential) return UnknownKey;
        if (claim.SessionToken != credential.SessionToken) return InvalidToken;
        if (credential.ExpiresAt <= time.GetUtcNow()) return ExpiredToken;
        var age = time.GetUtcNow() - claim.SignedAt;
        if (CheckTime(claim, age) is { } wrongTime) return wrongTime;
        if (CheckSignedHeaders(request, claim) is { } unsignedHeaders) return unsignedHeaders;
        if (await CheckSignatureAsync(request, target, claim, credential, cancellationToken) is { } mismatch) return mismatch;
        return new Verified(credential.Principal, claim.AuthType, claim.SignedAt, age < TimeSpan.Zero ? TimeSpan.Zero : age, claim.Scope.Service);
    }

    private static Failed? CheckScope(SignatureClaim claim, string? service)
    {
        var scope = claim.Scope;
        var date = claim.SignedAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var why = scope.Region != LocalAccount.Region ? $"the region '{scope.Region}' is wrong; expecting '{LocalAccount.Region}'"
            : service is not null && scope.Service != service ? $"the service '{scope.Service}' is wrong; expecting '{service}'"
            : scope.Date != date ? "the date of the Credential is not that of the request."
            : null;
        return why is null ? null
            : claim.AuthType is AuthType.Header ? MalformedHeader(why)
            : MalformedQuery($"Error parsing the X-Amz-Credential parameter; {why}");
    }

    private static Failed? CheckTime(SignatureClaim claim, TimeSpan age) => claim.ValidFor is { } validFor
        ? age > validFor ? UrlExpired : age < -MaximumSkew ? UrlNotYetValid : null
        : age.Duration() > MaximumSkew ? Skewed : null;

    private static Failed? CheckSignedHeaders(HttpRequest request, SignatureClaim claim)
    {
        if (!claim.SignedHeaders.Contains("host")) return UnsignedHeaders("host");
        if (claim.Scope.Service != "s3") return null;
        var unsigned = request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && !claim.SignedHeaders.Contains(name));
        var names = string.Join(", ", unsigned);
        return names.Length == 0 ? null : UnsignedHeaders(names);
    }

    private static async Task<Failed?> CheckSignatureAsync(
        HttpRequest request, RequestTarget target, SignatureClaim claim, Credential credential, CancellationToken cancellationToken)
    {
        var (announced, failure) = SignedPayload.Announced(request, claim);
        if (announced is null) return failure;
        var service = claim.Scope.Service;
        if (service != "s3")
        {
            (var hash, failure) = await SignedPayload.BufferAsync(request, cancellationToken);
            if (failure is not null) return failure;
            if (announced.Length == 64 && announced != hash) return PayloadHashMismatch;
            if (announced.Length == 0) announced = hash;
        }

        var key = new SigningKey(credential.SecretAccessKey, claim.Scope, claim.SignedAt);
        var isRight = CanonicalPath.Candidates(target.Path, service)
            .Select(path => CanonicalRequest.Hash(request, path, target, claim, announced))
            .Any(hash => key.Verifies(claim.Signature, AuthorizationHeader.Algorithm, hash));
        if (!isRight) return Mismatch;
        return service == "s3" ? SignedPayload.Stream(request, announced, key, claim.Signature) : null;
    }
}
