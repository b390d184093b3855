namespace Shares.Core.Ids;

public readonly record struct ProjectId(Guid Value) : IUuidId<ProjectId>
{
    public static ProjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
