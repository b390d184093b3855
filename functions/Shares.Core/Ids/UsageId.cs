namespace Shares.Core.Ids;

public readonly record struct UsageId(Guid Value) : IUuidId<UsageId>
{
    public static UsageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
