namespace Shares.Local.S3.Storage;

/// <summary>Bytes that are in the blob folder and belong to no object yet.</summary>
public sealed record ReceivedBlob(string Name, long Size, byte[] Md5)
{
    public string ETag => Convert.ToHexStringLower(Md5);
}
