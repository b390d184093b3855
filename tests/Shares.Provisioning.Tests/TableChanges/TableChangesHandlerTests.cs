using System.Net;
using Amazon.DynamoDBv2.Model;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.TableChanges;

public sealed class TableChangesHandlerTests(Storage storage, Tables tables)
{
    [Fact]
    public async Task A_share_that_cannot_be_enforced_now_does_not_hold_up_the_others()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (first, firstChange) = await lab.PublishAsync(isViewRestricted: true);
        var (poison, poisonChange) = await lab.PublishAsync(isViewRestricted: true);
        var (last, lastChange) = await lab.PublishAsync(isViewRestricted: true);
        var again = await lab.EditAsync(poison, share => share with { Description = "Edited" });
        var network = new Network
        {
            Instead = r => r.RequestUri!.AbsolutePath.Contains(poison.Value.ToString("N"), StringComparison.Ordinal) ? Replies.Error(HttpStatusCode.InternalServerError, "InternalError") : null,
        };
        await using var function = lab.Start(network);
        Assert.Equal([poisonChange.SequenceNumber], await function.RunAsync([firstChange, poisonChange, lastChange, again]));
        await lab.AssertEnforcedAsync(first);
        await lab.AssertEnforcedAsync(last);
        Assert.Empty(await lab.DeliverAsync(poisonChange, lastChange, again));
        await lab.AssertEnforcedAsync(poison);
    }

    [Fact]
    public async Task Several_changes_of_one_share_are_carried_out_together()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: true);
        var edited = await lab.EditAsync(id, share => share with { Description = "Edited" });
        var deleted = await lab.DeleteAsync(id);
        var network = new Network();
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([created, edited, deleted]));
        Assert.DoesNotContain(network.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task What_the_function_itself_notes_in_a_share_wakes_nothing()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: true);
        var noted = await lab.ObserveAsync(id, async () => Assert.Empty(await lab.DeliverAsync(created)));
        var network = new Network { DiesAfter = 0 };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([noted]));
        Assert.False(network.IsDead);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_does_not_hold_up_the_others()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        var broken = change with { Images = change.Images with { SequenceNumber = "0", NewImage = new() { ["PK"] = new AttributeValue("SHARE#x") } } };
        await using var function = lab.Start();
        Assert.Empty(await function.RunAsync([broken, change]));
        Assert.Contains("\"UnreadableChanges\":[1]", function.Output, StringComparison.Ordinal);
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task Nothing_secret_is_logged()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (_, change) = await lab.PublishAsync(isViewRestricted: false);
        await using var function = lab.Start();
        await function.RunAsync([change]);
        Assert.NotEmpty(function.Output);
        var keys = await storage.Credentials.GetCredentialsAsync();
        Assert.All(new[] { keys.SecretKey, keys.Token, "Authorization", "Statement" }, secret => Assert.DoesNotContain(secret, function.Output, StringComparison.Ordinal));
    }
}
