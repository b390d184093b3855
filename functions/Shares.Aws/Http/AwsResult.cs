using System.Diagnostics.CodeAnalysis;

namespace Shares.Aws.Http;

/// <summary>
/// Either AWS's answer or the failure that took its place. What AWS says is not there is a null answer; a failure never means
/// "not there".
/// </summary>
public readonly record struct AwsResult<T>
{
    private readonly T? _value;

    private AwsResult(T? value, AwsFailure? failure) => (_value, Failure) = (value, failure);

    public AwsFailure? Failure { get; }

    public static implicit operator AwsResult<T>(T value) => new(value, null);

    public static implicit operator AwsResult<T>(AwsFailure failure) => new(default, failure);

    /// <summary>True with the answer, which may be null where null means "not there"; or false with the failure.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out AwsFailure? failure)
    {
        (value, failure) = (_value, Failure);
        return failure is null;
    }
}
