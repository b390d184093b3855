namespace Shares.Web.Gate;

/// <summary>Who may use a route. Combined with <c>|</c>: any one of them is enough.</summary>
[Flags]
public enum Who
{
    None = 0,

    /// <summary>Everybody, signed in or not.</summary>
    Anyone = 1,

    /// <summary>Anybody signed in; not AWS roles.</summary>
    Person = 2,

    /// <summary>Group <c>shares-admin</c>.</summary>
    PlatformAdmin = 4,

    /// <summary>OWNER or ADMIN of the project in the path.</summary>
    Admin = 8,

    /// <summary>Those, or CONTRIBUTOR.</summary>
    Writer = 16,

    /// <summary>Any member.</summary>
    Reader = 32,

    /// <summary>The project's pipeline role.</summary>
    Pipeline = 64,

    /// <summary>Group <c>finance</c>, or the <see cref="FinanceRole"/>.</summary>
    Finance = 128,
}
