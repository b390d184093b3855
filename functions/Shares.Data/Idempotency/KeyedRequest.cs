namespace Shares.Data.Idempotency;

/// <summary>What is known of a request that its caller has given a key, when it arrives.</summary>
public abstract record KeyedRequest
{
    private KeyedRequest() { }

    /// <summary>To be carried out by whoever was told so.</summary>
    /// <param name="ReservedId">
    /// The id of what the request creates. It is the same however often the request has to be started, so that a repeat finds what an
    /// attempt has made that did not live to say so.
    /// </param>
    /// <param name="IsRepeat">An earlier attempt ended without an answer; what it was to create may be there.</param>
    /// <param name="StartedAt">Tells this attempt from later ones.</param>
    public sealed record Mine(Guid ReservedId, bool IsRepeat, DateTimeOffset StartedAt) : KeyedRequest;

    /// <summary>Another attempt is being carried out.</summary>
    public sealed record Running : KeyedRequest
    {
        public static readonly Running Instance = new();
    }

    public sealed record Answered(KeptAnswer Answer) : KeyedRequest;

    /// <summary>The key was used with another request.</summary>
    public sealed record Different : KeyedRequest
    {
        public static readonly Different Instance = new();
    }
}

/// <param name="Status">Of HTTP.</param>
public sealed record KeptAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Bytes of a body that are kept; an item has room for 400 KB.</summary>
    public const int MaxBytes = 100 * 1024;
}
