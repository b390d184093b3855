namespace Shares.Local.Trail;

/// <summary>What may happen to events on their way, as CloudTrail promises nothing: the same for the same seed. Safe for concurrent use.</summary>
public sealed class Mishaps(int seed)
{
    /// <summary>A few minutes on AWS.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public bool IsFloat() => OneOf(8);

    /// <summary>Another delivery of the same event follows.</summary>
    public bool IsRepeated() => OneOf(10);

    /// <summary>Until an event is delivered. One of eight is so late that others overtake it.</summary>
    public TimeSpan Delay() => OneOf(8) ? Usual + TimeSpan.FromMilliseconds(Next(2000)) : Usual;

    public void Shuffle<T>(Span<T> items)
    {
        lock (_gate) _random.Shuffle(items);
    }

    private bool OneOf(int times) => Next(times) == 0;

    private int Next(int below)
    {
        lock (_gate) return _random.Next(below);
    }
}
