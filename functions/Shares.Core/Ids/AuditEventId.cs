namespace Shares.Core.Ids;

public readonly record struct AuditEventId(Guid Value) : IUuidId<AuditEventId>
{
    public static AuditEventId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
