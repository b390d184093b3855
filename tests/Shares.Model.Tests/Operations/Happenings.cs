using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations;

/// <summary>Time passes until a moment of this share's end: 0 is the end itself.</summary>
/// <param name="Seconds">Before (negative) or after.</param>
public sealed record WaitForEnd(Ref Share, int Seconds) : Happening
{
    protected override string Text => $"time passes until {Seconds:+0;-0;0} s from the end of {Share}";

    /// <summary>Time never goes back.</summary>
    protected override State Apply(State state) =>
        state.Share(Share)?.ExpiresAt is { } end && end.AddSeconds(Seconds) > state.Now ? state with { Now = end.AddSeconds(Seconds) } : state;
}

/// <summary>A file of a dataset arrives in its project's bucket, if there is one.</summary>
/// <param name="Path">Below <c>data/</c>.</param>
public sealed record UploadFile(Ref Dataset, string Path, int Size) : Happening
{
    protected override string Text => $"{Size} bytes of {Path} arrive for {Dataset}";

    /// <summary>Null when it cannot arrive.</summary>
    public (string Bucket, string Key)? Target(State state) =>
        state.Dataset(Dataset) is { Status: Rules.Dataset.Pending } dataset && state.Project(dataset.Project) is { IsPending: false } project
            ? (project.Bucket, $"datasets/{dataset.Id}/data/{Path}")
            : null;

    protected override State Apply(State state) => Target(state) is null
        ? state
        : state.With(state.Dataset(Dataset)! with { Files = state.Dataset(Dataset)!.Files.SetItem(Path, Size) });
}

/// <summary>Storage is set up as the share is now, and verified, and the table is told so.</summary>
public sealed record StorageFollows(Ref Share) : Happening
{
    protected override string Text => $"storage follows {Share}";

    protected override State Apply(State state)
    {
        if (state.Share(Share) is not { } share) return state;
        var isOpen = !share.HasExpired(state.Now);
        return state.With(share with { Storage = new(isOpen, isOpen && !share.IsViewRestricted, IsCurrent: true) });
    }
}
