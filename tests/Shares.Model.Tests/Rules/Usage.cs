namespace Shares.Model.Tests.Rules;

/// <summary>An execution of a project reads a dataset through a share. No sequence is as long as a session, so none ends by itself.</summary>
/// <param name="Project">The subscriber.</param>
/// <param name="Id">Null while no answer has told it.</param>
/// <param name="EndedAt">When the publisher ended it; null before.</param>
public sealed record Usage(int Project, string Execution, int Dataset, DateTimeOffset CreatedAt, string? Id = null, DateTimeOffset? EndedAt = null);
