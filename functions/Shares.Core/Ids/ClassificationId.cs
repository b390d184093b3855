namespace Shares.Core.Ids;

public readonly record struct ClassificationId(Guid Value) : IUuidId<ClassificationId>
{
    public static ClassificationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
