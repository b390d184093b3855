namespace Shares.Core.Ids;

public readonly record struct ExecutionId(Guid Value) : IUuidId<ExecutionId>
{
    public static ExecutionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
