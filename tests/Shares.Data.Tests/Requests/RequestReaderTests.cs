using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Projects;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Requests;

public sealed class RequestReaderTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_s_request_gets_project_role_share_and_dataset_at_once()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var share = (await _stores.Shares.CreateAsync(Share(project.Id), AsAda, Ct)).ValueOrThrow();
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(project.Id), AsAda, Ct)).ValueOrThrow();
        var items = await _stores.Requests.ReadAsync(project.Id, new Caller.Person(Ada, "", []), share.Id, dataset.Id, Ct);
        Same.As(project, items.Project);
        Assert.Equal(new Member(project.Id, Ada, Role.Owner), items.Member);
        Same.As(share, items.Share);
        Same.As(dataset, items.Dataset);
    }

    [Fact]
    public async Task Neither_strangers_nor_roles_have_a_membership()
    {
        var project = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        Assert.Null((await _stores.Requests.ReadAsync(project.Id, new Caller.Person(Bob, "", []), null, null, Ct)).Member);
        var role = await _stores.Requests.ReadAsync(project.Id, new Caller.AwsRole(new RoleArn("111122223333", "ada"), "s"), null, null, Ct);
        Assert.Equal((project.Id, null, null, null), (role.Project!.Id, role.Member, role.Share, role.Dataset));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        var items = await _stores.Requests.ReadAsync(New<ProjectId>(), new Caller.Person(Ada, "", []), New<ShareId>(), New<DatasetId>(), Ct);
        Assert.Equal(new(null, null, null, null), items);
    }
}
