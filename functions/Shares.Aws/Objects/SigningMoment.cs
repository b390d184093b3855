using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shares.Aws.Sessions;

namespace Shares.Aws.Objects;

/// <summary>The parts of Signature Version 4 that depend on the second and the Region alone (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).</summary>
internal sealed record SigningMoment(DateTimeOffset At, string Region)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Signatures are made to the second.</summary>
    public string Time { get; } = At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public string Scope => $"{Day}/{Region}/s3/aws4_request";

    private string Day => Time[..8];

    /// <summary>The key of the day: 32 bytes, as secret as what it is made from.</summary>
    public byte[] Key(VendedCredentials session)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + session.SecretAccessKey);
        foreach (var part in (string[])[Day, Region, "s3", "aws4_request"]) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }
}
