namespace Shares.Core.Failures;

/// <summary>One field that broke its rule, by its JSON name (<c>conditions[3].value</c>).</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>Why something expected did not happen. <see cref="Detail"/> is shown to the caller and says what to do.</summary>
public sealed record Failure(ErrorCode Code, string Detail, IReadOnlyList<FieldError> Errors)
{
    public Failure(ErrorCode code, string detail) : this(code, detail, []) { }

    /// <summary>The one answer for what does not exist and for what is not the caller's to see.</summary>
    public static readonly Failure NotFound = new(ErrorCode.NotFound, "There is nothing here, or it is not yours to see.");

    public static Failure Invalid(IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new(ErrorCode.ValidationFailed, string.Join("; ", errors.Select(e => $"{e.Field}: {e.Message}")), errors);
    }

    public static Failure Invalid(string field, string message) => Invalid([new FieldError(field, message)]);
}
