using System.Globalization;
using System.Security.Cryptography;

namespace Shares.Local.Lambda;

/// <summary>Value of <c>Lambda-Runtime-Trace-Id</c>, in X-Ray's form; nothing is traced here.</summary>
public static class TraceId
{
    public static string For(Invocation invocation)
    {
        var seconds = invocation.Deadline.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        var root = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var parent = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return $"Root=1-{seconds}-{root};Parent={parent};Sampled=0";
    }
}
