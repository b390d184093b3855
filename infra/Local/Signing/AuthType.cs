namespace Shares.Local.Signing;

/// <summary>Where a signature was carried; the values of <c>s3:authType</c> that the local cloud knows.</summary>
public enum AuthType
{
    Header,
    QueryString,
}

public static class AuthTypes
{
    public static string ConditionValue(this AuthType type) => type is AuthType.Header ? "REST-HEADER" : "REST-QUERY-STRING";
}
