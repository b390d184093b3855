using Shares.Hosting;

namespace Shares.Provisioning;

/// <summary>The time for which one run of the function may work on storage.</summary>
public sealed class RunBudget : IDisposable
{
    /// <summary>Kept back from the time of the invocation to record why something is not done.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    private RunBudget(TimeSpan time, TimeProvider clock, CancellationToken ct)
    {
        _limit = new CancellationTokenSource(time, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(ct, _limit.Token);
    }

    /// <summary>Cancelled when there is just enough time left to write down how far the run came.</summary>
    public CancellationToken Token => _either.Token;

    public static RunBudget Of(InvocationContext context, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var left = context.Remaining(time) - Reserve;
        return new(left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left, time, ct);
    }

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
