namespace Shares.Core.Ids;

public readonly record struct DatasetId(Guid Value) : IUuidId<DatasetId>
{
    public static DatasetId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
