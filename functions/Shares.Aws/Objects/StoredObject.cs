namespace Shares.Aws.Objects;

/// <summary>An object that is being read.</summary>
/// <param name="body">Breaks off with an <see cref="IOException"/> when the connection does; it never just ends early.</param>
/// <param name="length">Bytes of <paramref name="body"/>.</param>
/// <param name="size">Bytes of the whole object.</param>
public sealed class StoredObject(Stream body, long length, long size, string etag) : IDisposable
{
    public Stream Body => body;

    public long Length => length;

    public long Size => size;

    /// <summary>Another one means that the object was replaced.</summary>
    public string ETag => etag;

    public void Dispose() => body.Dispose();
}
