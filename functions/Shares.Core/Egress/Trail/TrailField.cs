namespace Shares.Core.Egress.Trail;

/// <summary>The parts of a record that are looked into, and those of their members that are read.</summary>
internal enum TrailField
{
    /// <summary>Passed over, whatever it holds.</summary>
    Other,

    // Parts with members of their own.
    Event,
    UserIdentity,
    SessionContext,
    RequestParameters,
    AdditionalEventData,
    Resources,
    Resource,
    Addendum,

    // Values.
    Time,
    Service,
    Name,
    Source,
    RequestId,
    EventId,
    ErrorCode,
    VpcEndpoint,
    Session,
    SourceIdentity,
    Key,
    BytesOut,
    Authentication,
    ResourceType,
    ResourceArn,
    AddendumReason,
    OriginalRequestId,
}

/// <summary>What the members of a part are called in the trail.</summary>
internal static class TrailFields
{
    public static TrailField Find(TrailField part, ReadOnlySpan<byte> name) => part switch
    {
        TrailField.Event => OfEvent(name),
        TrailField.UserIdentity when name.SequenceEqual("arn"u8) => TrailField.Session,
        TrailField.UserIdentity when name.SequenceEqual("sessionContext"u8) => TrailField.SessionContext,
        TrailField.SessionContext when name.SequenceEqual("sourceIdentity"u8) => TrailField.SourceIdentity,
        TrailField.RequestParameters when name.SequenceEqual("key"u8) => TrailField.Key,
        TrailField.AdditionalEventData when name.SequenceEqual("bytesTransferredOut"u8) => TrailField.BytesOut,
        TrailField.AdditionalEventData when name.SequenceEqual("AuthenticationMethod"u8) => TrailField.Authentication,
        TrailField.Resource when name.SequenceEqual("type"u8) => TrailField.ResourceType,
        TrailField.Resource when name.SequenceEqual("ARN"u8) => TrailField.ResourceArn,
        TrailField.Addendum when name.SequenceEqual("reason"u8) => TrailField.AddendumReason,
        TrailField.Addendum when name.SequenceEqual("originalRequestID"u8) => TrailField.OriginalRequestId,
        _ => TrailField.Other,
    };

    public static bool IsPart(TrailField field) => field is >= TrailField.Event and <= TrailField.Addendum;

    public static TrailField Around(TrailField part) => part switch
    {
        TrailField.SessionContext => TrailField.UserIdentity,
        TrailField.Resource => TrailField.Resources,
        _ => TrailField.Event,
    };

    // By length first: most members of a record are none of these.
    private static TrailField OfEvent(ReadOnlySpan<byte> name) => name.Length switch
    {
        7 when name.SequenceEqual("eventID"u8) => TrailField.EventId,
        8 when name.SequenceEqual("addendum"u8) => TrailField.Addendum,
        9 when name.SequenceEqual("eventTime"u8) => TrailField.Time,
        9 when name.SequenceEqual("eventName"u8) => TrailField.Name,
        9 when name.SequenceEqual("requestID"u8) => TrailField.RequestId,
        9 when name.SequenceEqual("errorCode"u8) => TrailField.ErrorCode,
        9 when name.SequenceEqual("resources"u8) => TrailField.Resources,
        11 when name.SequenceEqual("eventSource"u8) => TrailField.Service,
        12 when name.SequenceEqual("userIdentity"u8) => TrailField.UserIdentity,
        13 when name.SequenceEqual("vpcEndpointId"u8) => TrailField.VpcEndpoint,
        15 when name.SequenceEqual("sourceIPAddress"u8) => TrailField.Source,
        17 when name.SequenceEqual("requestParameters"u8) => TrailField.RequestParameters,
        19 when name.SequenceEqual("additionalEventData"u8) => TrailField.AdditionalEventData,
        _ => TrailField.Other,
    };
}
