namespace Shares.Local.Signing;

/// <summary>
/// A body turns out, while it is read, not to be what was signed or announced. Thrown by the streams that replace
/// <see cref="HttpRequest.Body"/>, because a reader in the middle of a copy has no other way to learn it.
/// </summary>
public sealed class InvalidPayloadException(SignatureResult.Failed failure) : IOException(failure.Message)
{
    public SignatureResult.Failed Failure { get; } = failure;

    public static InvalidPayloadException Incomplete(string why) => new(new(400, "IncompleteBody", why));
}
