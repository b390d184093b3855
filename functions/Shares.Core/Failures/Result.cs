using System.Diagnostics.CodeAnalysis;

namespace Shares.Core.Failures;

/// <summary>Either a value or the failure that took its place.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Failure? failure) => (_value, Failure) = (value, failure);

    public Failure? Failure { get; }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>True with the value, or false with the failure.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        (value, failure) = (_value, Failure);
        return failure is null;
    }

    /// <exception cref="InvalidOperationException">There is a failure instead.</exception>
    public T ValueOrThrow() => Failure is null ? _value! : throw new InvalidOperationException($"{Failure.Code}: {Failure.Detail}");

    /// <summary>The same failure, or what comes of the value.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Failure is null ? next(_value!) : Failure;
    }

    /// <summary>The same failure in place of another value.</summary>
    public Result<TOther> As<TOther>(Func<T, TOther> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return Failure is null ? convert(_value!) : Failure;
    }
}
