using Shares.Core.Audit;
using Shares.Core.Ids;

namespace Shares.Bench.Scale;

/// <summary>Who does what.</summary>
internal static class People
{
    /// <summary>OWNER of the publishing project.</summary>
    public static readonly UserId Publisher = UserId.Parse("publisher");

    /// <summary>Further administrators of the publishing project: previews of one person are limited to 60 a minute.</summary>
    public static readonly IReadOnlyList<UserId> Previewers = [.. Enumerable.Range(0, 3).Select(n => UserId.Parse($"previewer-{n}"))];

    /// <summary>OWNER of many projects, the first lab among them.</summary>
    public static readonly UserId Member = UserId.Parse("member");

    /// <summary>OWNER of all other labs.</summary>
    public static readonly UserId Other = UserId.Parse("other");

    public static Actor Acting(UserId user) => new(ActorType.Person, user.ToString(), "203.0.113.7", "bench");
}
