using Amazon.DynamoDBv2.Model;
using Shares.Data.Idempotency;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A key that a caller has given a request: <c>IDEMPOTENCY#{caller}#{key}</c>. DynamoDB removes it some time after <c>Expires</c>, from
/// when on it counts for nothing.
/// </summary>
public static class IdempotencyItem
{
    public static Key KeyOf(string caller, string key) => new($"IDEMPOTENCY#{KeyText.Escape(caller)}#{KeyText.Escape(key)}", Key.Meta);

    /// <param name="request">Hash of the request.</param>
    public static Item New(Key key, ReadOnlyMemory<byte> request, KeyedRequest.Mine attempt, DateTimeOffset expires)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return key.ToItem()
            .With("Request", Bytes(request))
            .With("Reserved", AttributeWriting.Bytes(attempt.ReservedId))
            .With("StartedAt", attempt.StartedAt)
            .With("Expires", expires.ToUnixTimeSeconds());
    }

    public static Expr AbsentOrExpired(DateTimeOffset now) =>
        new($"{Expr.Absent.Text} OR #Expires <= :now", new Item().With(":now", now.ToUnixTimeSeconds()));

    public static Expr IsAttempt(DateTimeOffset startedAt) => new("#StartedAt = :attempt", new Item().With(":attempt", startedAt));

    public static Expr Start(DateTimeOffset at) => new("SET #StartedAt = :at", new Item().With(":at", at));

    public static Expr Answer(KeptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new("SET #Status = :status, #ContentType = :type, #Body = :body", new Item()
            .With(":status", answer.Status)
            .With(":type", AttributeWriting.Text(answer.ContentType))
            .With(":body", Bytes(answer.Body)));
    }

    public static bool IsOf(Item item, ReadOnlySpan<byte> request)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item["Request"].B.ToArray().AsSpan().SequenceEqual(request);
    }

    public static Guid ReservedIn(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item["Reserved"].B.ToArray(), bigEndian: true);
    }

    /// <summary>Null while there is none.</summary>
    public static KeptAnswer? AnswerIn(Item item) => item.NumberOrNull("Status") is { } status
        ? new((int)status, item.Text("ContentType"), item["Body"].B.ToArray())
        : null;

    private static AttributeValue Bytes(ReadOnlyMemory<byte> bytes) => new() { B = new MemoryStream(bytes.ToArray()) };
}
