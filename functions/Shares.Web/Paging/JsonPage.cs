using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Shares.Web.Paging;

/// <summary>
/// Entries of a list, written as they come until the page is full: as many as were asked for, or as much as Lambda can answer (6 MB with
/// all that is around it; no entry has more than 300 KB).
/// </summary>
public sealed class JsonPage<T> : IDisposable
{
    private const int MostBytes = 4_000_000;
    private const string ContentType = "application/json; charset=utf-8";

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly JsonTypeInfo<T> _type;
    private readonly int _limit;

    public JsonPage(JsonTypeInfo<T> type, int limit)
    {
        (_type, _limit, _json) = (type, limit, new Utf8JsonWriter(_bytes));
        _json.WriteStartObject();
        _json.WriteStartArray("data"u8);
    }

    public int Count { get; private set; }

    public bool IsFull => Count >= _limit || _json.BytesCommitted + _json.BytesPending > MostBytes;

    public void Add(T entry)
    {
        JsonSerializer.Serialize(_json, entry, _type);
        Count++;
    }

    /// <summary><c>{data[], nextToken}</c>. Ends the page.</summary>
    /// <param name="nextToken">Empty on the last page.</param>
    public IResult ToObject(string nextToken)
    {
        _json.WriteEndArray();
        _json.WriteString("nextToken"u8, nextToken);
        _json.WriteEndObject();
        _json.Flush();
        return TypedResults.Text(_bytes.WrittenSpan, ContentType);
    }

    /// <summary>The entries alone, for lists that Cirro's clients expect as a bare array. Ends the page.</summary>
    public IResult ToArray()
    {
        _json.WriteEndArray();
        _json.Flush();
        return TypedResults.Text(_bytes.WrittenSpan["""{"data":""".Length..], ContentType);
    }

    public void Dispose() => _json.Dispose();
}
