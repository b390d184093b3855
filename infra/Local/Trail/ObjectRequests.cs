namespace Shares.Local.Trail;

/// <summary>Tells who wants to know of each request about an object through an access point. Requests without a right signature are none.</summary>
public sealed class ObjectRequests
{
    /// <summary>Called when a request is over, by many at once; must not take long.</summary>
    public Action<ObjectRequest>? Listener { get; set; }

    public void Tell(ObjectRequest request) => Listener?.Invoke(request);
}
