using System.Globalization;
using Shares.Aws.Sessions;

namespace Shares.Aws.Objects;

/// <summary>
/// The query of a presigned URL without its signature: it is the same for all keys. A class, not a record, so that nothing prints the
/// token by accident.
/// </summary>
internal sealed class PresignedQuery(VendedCredentials session, SigningMoment moment, TimeSpan life)
{
    public const string SignedHeaders = "host";

    private const string AlgorithmParameter = $"X-Amz-Algorithm={SigningMoment.Algorithm}";

    private const string SignedHeadersParameter = $"X-Amz-SignedHeaders={SignedHeaders}";

    /// <summary>From the question mark to where the signature follows, in the order of the SDK.</summary>
    public string InUrl => $"?{Expires}&{Token}{AlgorithmParameter}&{Credential}&{Date}&{SignedHeadersParameter}&X-Amz-Signature=";

    /// <summary>As it is signed: in the order of the names.</summary>
    public string Canonical => $"{AlgorithmParameter}&{Credential}&{Date}&{Expires}&{Token}{SignedHeadersParameter}";

    private string Expires => $"X-Amz-Expires={((long)life.TotalSeconds).ToString(CultureInfo.InvariantCulture)}";

    private string Token => session.SessionToken.Length == 0 ? "" : $"X-Amz-Security-Token={Uri.EscapeDataString(session.SessionToken)}&";

    private string Credential => $"X-Amz-Credential={Uri.EscapeDataString($"{session.AccessKeyId}/{moment.Scope}")}";

    private string Date => $"X-Amz-Date={moment.Time}";
}
