namespace Shares.Core.Ids;

public readonly record struct ShareId(Guid Value) : IUuidId<ShareId>
{
    public static ShareId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
