namespace Shares.Model.Tests.Rules;

/// <summary>Who makes a request.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <param name="IsPlatformAdmin">With the group <c>shares-admin</c> in the token.</param>
    public sealed record Person(string Name, bool IsPlatformAdmin = false) : Actor
    {
        public override string ToString() => IsPlatformAdmin ? $"{Name} (shares-admin)" : Name;
    }

    /// <summary>A session of an AWS role.</summary>
    public sealed record Pipeline(string Role) : Actor
    {
        public override string ToString() => $"role {Role}";
    }

    /// <summary>Has not signed in.</summary>
    public sealed record Nobody : Actor
    {
        public override string ToString() => "nobody";
    }
}
