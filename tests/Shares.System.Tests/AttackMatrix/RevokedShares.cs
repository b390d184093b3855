using Shares.Core.Enforcing;
using Shares.Core.Ids;
using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Shares of which something was taken away half an hour ago: from a project, an execution, a person; and a dataset from everybody.</summary>
internal static class RevokedShares
{
    private static readonly DateTimeOffset Moment = Now.AddMinutes(-30);

    private static readonly SharedDataset FromProject = Revoked(
        24, new Revoked.Subscriber(Sessions.Lab), new Cut(Moment, Subscriber: Hex(Sessions.Lab)));

    private static readonly SharedDataset FromExecution = Revoked(
        25, new Revoked.Execution(Sessions.Lab, Sessions.Run), new Cut(Moment, Subscriber: Hex(Sessions.Lab), Execution: Sessions.Run.ToString()));

    private static readonly SharedDataset FromPerson = Revoked(
        26, new Revoked.Person(Sessions.Lab, Sessions.Person), new Cut(Moment, Subscriber: Hex(Sessions.Lab), Person: Sessions.Person.ToString()));

    private static readonly SharedDataset Removed = Revoked(
        27, new Revoked.Dataset(SharedDataset.Number(27, Publisher).Dataset), new Cut(Moment, Dataset: SharedDataset.Number(27, Publisher).Dataset.ToString()));

    /// <summary>Another dataset of the share that one was removed from.</summary>
    private static readonly SharedDataset Kept = Removed with { Dataset = SharedDataset.Number(28, Publisher).Dataset };

    public static IReadOnlyList<SharedDataset> All { get; } = [FromProject, FromExecution, FromPerson, Removed, Kept];

    /// <summary>Sessions that were issued since, and older ones of others.</summary>
    public static IEnumerable<Attempt> Served(Func<object, Door> by)
    {
        foreach (var shared in All)
        {
            foreach (var attempt in Reading(by, shared, Sessions.Lab, Sessions.Run, Sessions.Person)) yield return attempt;
        }

        foreach (var (shared, project, run, person) in Others())
        {
            foreach (var attempt in Reading(by, shared, project, run, person)) yield return attempt with { SessionAge = TimeSpan.FromMinutes(59) };
        }
    }

    private static IEnumerable<(SharedDataset Shared, ProjectId Project, ExecutionId Run, UserId Person)> Others() =>
    [
        (FromProject, Sessions.OtherLab, Sessions.Run, Sessions.Person),
        (FromExecution, Sessions.Lab, Sessions.OtherRun, Sessions.Person),
        // Projects number their executions themselves, and a person may be a member of several.
        (FromExecution, Sessions.OtherLab, Sessions.Run, Sessions.Person),
        (FromPerson, Sessions.Lab, Sessions.Run, Sessions.OtherPerson),
        (FromPerson, Sessions.OtherLab, Sessions.Run, Sessions.Person),
        (Kept, Sessions.Lab, Sessions.Run, Sessions.Person),
    ];

    private static IEnumerable<Attempt> Reading(Func<object, Door> by, SharedDataset shared, ProjectId project, ExecutionId run, UserId person)
    {
        var label = $"of {project}, {run}, {person} for {shared.Dataset}";
        var pipeline = Sessions.Pipeline(label, Lab, project, run, shared.Analyze);
        var download = Sessions.Download(label, project, person, shared.Download);
        return ServedAttempts.Reading(pipeline, by(shared.Analyze.AccessPoint), shared).Select(attempt => attempt with { IsInVpc = true })
            .Concat(ServedAttempts.Reading(download, by(shared.Download.AccessPoint), shared));
    }

    private static SharedDataset Revoked(int number, Revoked subject, Cut cut)
    {
        RevocationList For(AccessPointKind kind) => subject.Concerns(kind) ? new([new Revocation(subject, Moment)]) : RevocationList.Empty;
        return SharedDataset.Number(number, Publisher) with { Revocations = new(For(AccessPointKind.Analyze), For(AccessPointKind.Download)), Cut = cut };
    }

    private static string Hex(ProjectId project) => project.Value.ToString("N");
}
