namespace Shares.Core.Egress;

/// <summary>By which way a reader came to the bytes.</summary>
public enum AccessRoute
{
    /// <summary>A URL, signed in its query string.</summary>
    PresignedUrl,

    /// <summary>A person's download session, signed in headers.</summary>
    Credentials,

    /// <summary>A pipeline's session.</summary>
    Pipeline,
}
