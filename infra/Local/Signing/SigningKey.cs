using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shares.Local.Signing;

/// <summary>A key derived for one credential scope, and the time of the request it signs for.</summary>
public sealed class SigningKey
{
    private readonly byte[] _key;
    private readonly string _timeAndScope;

    public SigningKey(string secretAccessKey, CredentialScope scope, DateTimeOffset signedAt)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (var part in (string[])[scope.Date, scope.Region, scope.Service, "aws4_request"]) key = Hmac(key, part);
        _key = key;
        _timeAndScope = $"{signedAt.ToString(CredentialScope.TimestampFormat, CultureInfo.InvariantCulture)}\n{scope}";
    }

    /// <param name="kind">First line of the string to sign, such as <c>AWS4-HMAC-SHA256</c>.</param>
    /// <param name="rest">What follows time and scope.</param>
    public bool Verifies(string signature, string kind, string rest)
    {
        var expected = Convert.ToHexStringLower(Hmac(_key, $"{kind}\n{_timeAndScope}\n{rest}"));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
