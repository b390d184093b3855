using Shares.Aws.Http;

namespace Shares.Billing;

/// <summary>A job could not do all of its work. What it did stays; the next run goes on from there.</summary>
/// <param name="reasons">Sentences, at least one.</param>
public sealed class JobFailedException(params IEnumerable<string> reasons) : Exception(string.Join(' ', reasons));

internal static class JobResults
{
    /// <exception cref="JobFailedException">AWS did not do it.</exception>
    public static T OrFail<T>(this AwsResult<T> result) =>
        result.Succeeded(out var value, out var failure) ? value : throw new JobFailedException(failure.Detail);

    /// <exception cref="JobFailedException">AWS did not do it.</exception>
    public static void OrFail(this AwsFailure? failure)
    {
        if (failure is not null) throw new JobFailedException(failure.Detail);
    }
}
