using Shares.Local.Identity;
using Shares.Local.Policies;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>What trust policies say about somebody who wants a session.</summary>
internal sealed class SessionDecisions : IDisposable
{
    private readonly PolicyEvaluator _policies = new();

    public void Dispose() => _policies.Dispose();

    public async Task<bool> IsGivenAsync(string caller, IReadOnlyList<string> identity, string role, string trust, SessionWish wish)
    {
        var context = new Dictionary<string, object> { ["aws:PrincipalArn"] = LocalAccount.RoleArn(caller), ["aws:PrincipalAccount"] = LocalAccount.Id };
        foreach (var (name, value) in wish.Tags) context[$"aws:RequestTag/{name}"] = value;
        if (wish.Tags.Count > 0) context["aws:TagKeys"] = wish.Tags.Keys.ToArray();
        if (wish.SourceIdentity is { } source) context["sts:SourceIdentity"] = source;
        var session = LocalAccount.SessionArn(caller[(caller.LastIndexOf('/') + 1)..], "attempt");
        foreach (var action in Actions(wish))
        {
            var answer = await _policies.EvaluateAsync(
                new(session, action, LocalAccount.RoleArn(role), context, identity, [], trust), CancellationToken.None);
            // Whom the trust policy names by role needs no policy of its own.
            if (answer.IsDenied || !(answer.Resource == Verdict.Allow || (answer.Resource == Verdict.AllowAccount && answer.IsAllowedByIdentity))) return false;
        }

        return true;
    }

    private static IEnumerable<string> Actions(SessionWish wish)
    {
        yield return "sts:AssumeRole";
        if (wish.Tags.Count > 0) yield return "sts:TagSession";
        if (wish.SourceIdentity is not null) yield return "sts:SetSourceIdentity";
    }
}
