namespace Shares.Local.Lambda;

/// <summary>The access key that a request says it is signed with; nothing is checked.</summary>
public static class CallerKey
{
    private const string Field = "Credential=";

    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var at = header.IndexOf(Field, StringComparison.Ordinal);
        var credential = at >= 0 ? header[(at + Field.Length)..] : request.Query["X-Amz-Credential"].ToString();
        var end = credential.IndexOf('/', StringComparison.Ordinal);
        return end > 0 ? credential[..end] : null;
    }
}
