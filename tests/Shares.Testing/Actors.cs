using Shares.Core.Audit;
using Shares.Core.Ids;

namespace Shares.Testing;

public static class Actors
{
    /// <summary>This person, at some machine.</summary>
    public static Actor Acting(this UserId user) => new(ActorType.Person, user.ToString(), "192.0.2.7", "tests/1.0");
}
