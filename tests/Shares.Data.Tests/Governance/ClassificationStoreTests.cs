using Shares.Core.Failures;
using Shares.Core.Governance;
using Shares.Core.Ids;
using Shares.Data.Governance;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Governance;

public sealed class ClassificationStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly ClassificationStore _store = new(fixture.Stores.Table);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Classifications_are_listed_by_name_as_they_were_made()
    {
        var (second, first) = (Of("personal"), Of("Open") with { RequirementIds = ["dua"], Description = "No restrictions" });
        foreach (var each in new[] { second, first }) Assert.Null((await _store.CreateAsync(each, Ct)).Failure);
        var listed = await _store.ListAsync(Ct);
        Assert.Equal(["Open", "personal"], listed.Select(each => each.Name));
        Assert.Equivalent(first, listed[0], strict: true);
        Assert.Equal("personal", (await _store.FindManyAsync([second.Id, New<ClassificationId>()], Ct)).Values.Single().Name);
        Assert.Equal(ErrorCode.AlreadyExists, (await _store.CreateAsync(first, Ct)).Failure!.Code);
    }

    private static Classification Of(string name) =>
        new() { Id = New<ClassificationId>(), Name = name, CreatedBy = Ada, CreatedAt = Now, UpdatedAt = Now };
}
