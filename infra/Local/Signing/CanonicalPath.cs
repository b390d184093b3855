namespace Shares.Local.Signing;

/// <summary>The path as it stands in the canonical request.</summary>
public static class CanonicalPath
{
    /// <summary>
    /// The spellings a client may have signed. S3 encodes once and resolves nothing; clients differ on an encoded slash,
    /// so the path as sent counts too. Every other service encodes the sent path again, with or without dots resolved.
    /// All spellings name the same resource.
    /// </summary>
    public static IEnumerable<string> Candidates(string path, string service)
    {
        if (service == "s3")
        {
            var encodedOnce = UriEncoding.Encode(UriEncoding.Decode(path), keepSlash: true);
            return encodedOnce == path ? [path] : [encodedOnce, path];
        }

        var resolved = UriEncoding.Encode(Resolve(path), keepSlash: true);
        var encodedTwice = UriEncoding.Encode(path, keepSlash: true);
        return resolved == encodedTwice ? [resolved] : [resolved, encodedTwice];
    }

    private static string Resolve(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".") segments.Add(segment);
        }

        var tail = path.EndsWith('/') && segments.Count > 0 ? "/" : "";
        return "/" + string.Join('/', segments) + tail;
    }
}
