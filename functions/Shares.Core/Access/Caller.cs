using System.Collections.Frozen;
using Shares.Core.Ids;

namespace Shares.Core.Access;

/// <summary>Who makes a request, as the gateway has verified.</summary>
public abstract record Caller
{
    private Caller() { }

    /// <summary>Somebody signed in, with the groups of their token.</summary>
    public sealed record Person(UserId Id, string Email, FrozenSet<string> Groups) : Caller
    {
        /// <summary>May create projects and classifications.</summary>
        public bool IsPlatformAdmin => Groups.Contains("shares-admin");

        /// <summary>Reads what the downloads of all publishers cost.</summary>
        public bool IsFinance => Groups.Contains("finance");
    }

    /// <summary>A program with the credentials of an IAM role.</summary>
    public sealed record AwsRole(RoleArn Role, string SessionName) : Caller;
}
