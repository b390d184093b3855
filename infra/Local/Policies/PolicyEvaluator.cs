using System.Collections.Concurrent;

namespace Shares.Local.Policies;

/// <summary>
/// Judges requests by IAM policies, to AWS's rules, in a helper process that is started with the first question,
/// started again when it dies and stopped with the host. Safe for concurrent use. A decision takes the process a millisecond, so
/// it is kept and given again to requests that the policies cannot tell apart (<see cref="RelevantContext"/>).
/// </summary>
public sealed class PolicyEvaluator : IDisposable
{
    private const int MaximumKept = 100_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Verdict> _decisions = new(StringComparer.Ordinal);
    private EvaluatorProcess? _process;
    private bool _isDisposed;

    public async Task<PolicyAnswer> EvaluateAsync(PolicyQuestion question, CancellationToken cancellationToken)
    {
        var resource = question.ResourcePolicy is { } policy
            ? await DecideAsync(question, [policy], PolicyType.Resource, cancellationToken)
            : Verdict.Nothing;
        // Nothing outweighs a Deny, and the caller's own policies take longest.
        if (resource == Verdict.Deny) return new PolicyAnswer(Verdict.Nothing, Verdict.Allow, resource);
        var session = question.SessionPolicies.Count > 0
            ? await DecideAsync(question, question.SessionPolicies, PolicyType.Identity, cancellationToken)
            : Verdict.Allow;
        return new PolicyAnswer(await DecideAsync(question, question.IdentityPolicies, PolicyType.Identity, cancellationToken), session, resource);
    }

    /// <param name="type">One of <see cref="PolicyType"/>.</param>
    /// <param name="resource">For a resource policy, the ARN that it is attached to: its statements must be about it or what is in it.</param>
    /// <returns>What is wrong with the document; empty when it is valid.</returns>
    public async Task<IReadOnlyList<string>> ValidateAsync(string policy, string type, string? resource, CancellationToken cancellationToken) =>
        (await AskAsync(new EvaluatorRequest(0, "validate") { Policy = policy, Type = type, Resource = resource }, cancellationToken)).Errors!;

    /// <returns>Whether S3 counts a valid bucket or access point policy as public.</returns>
    public async Task<bool> IsPublicAsync(string policy, CancellationToken cancellationToken) =>
        (await AskAsync(new EvaluatorRequest(0, "isPublic") { Policy = policy }, cancellationToken)).IsPublic;

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _process?.Dispose();
        }
    }

    private async Task<Verdict> DecideAsync(PolicyQuestion question, IReadOnlyList<string> policies, string type, CancellationToken cancellationToken)
    {
        var relevant = RelevantContext.Of(question, policies, type);
        var key = relevant.Fingerprint();
        if (_decisions.TryGetValue(key, out var known)) return known;
        var response = await AskAsync(new EvaluatorRequest(0, "evaluate")
        {
            Type = type,
            Principal = question.Principal,
            Action = question.Action,
            Resource = question.Resource,
            Context = relevant.Values,
            Policies = policies,
        }, cancellationToken);
        if (_decisions.Count >= MaximumKept) _decisions.Clear();
        return _decisions[key] = VerdictOf(response.Result);
    }

    private async Task<EvaluatorResponse> AskAsync(EvaluatorRequest request, CancellationToken cancellationToken)
    {
        EvaluatorResponse response;
        try
        {
            response = await Current().AskAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            response = await Current().AskAsync(request, cancellationToken);
        }

        return response.Failure is null ? response : throw new InvalidOperationException($"A policy cannot be evaluated: {response.Failure}");
    }

    private EvaluatorProcess Current()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_process is null or { HasEnded: true })
            {
                _process?.Dispose();
                _process = EvaluatorProcess.Start();
            }

            return _process;
        }
    }

    private static Verdict VerdictOf(string? result) => result switch
    {
        "Allowed" => Verdict.Allow,
        "AllowedForAccount" => Verdict.AllowAccount,
        "ExplicitlyDenied" or "DeniedForAccount" => Verdict.Deny,
        _ => Verdict.Nothing,
    };
}
