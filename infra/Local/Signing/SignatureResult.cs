using Shares.Local.Identity;

namespace Shares.Local.Signing;

/// <summary>What checking a request's signature found.</summary>
public abstract record SignatureResult
{
    private SignatureResult()
    {
    }

    /// <summary>The signature is right and the keys are alive.</summary>
    /// <param name="Age">Since signing; never negative. In milliseconds it is <c>s3:signatureAge</c>.</param>
    /// <param name="Service">Service of the credential scope, such as <c>s3</c>.</param>
    public sealed record Verified(Principal Principal, AuthType AuthType, DateTimeOffset SignedAt, TimeSpan Age, string Service)
        : SignatureResult;

    /// <summary>The request carries no signature at all.</summary>
    public sealed record Anonymous : SignatureResult;

    /// <summary>The request is refused.</summary>
    /// <param name="Code">An error code of S3, such as <c>SignatureDoesNotMatch</c>.</param>
    public sealed record Failed(int Status, string Code, string Message) : SignatureResult;
}
