using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>A slow network, a failing API, a session that ends, and somebody else who is faster: nobody is left in the dark or loses what was typed.</summary>
public sealed class TroubleTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    [Fact]
    public async Task On_a_slow_network_a_list_says_that_it_is_loading()
    {
        await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("core-admin", $"/projects/{World.Publisher}/settings");
        var goOn = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/shares?*", async route =>
        {
            await goOn.Task;
            await route.ContinueAsync();
        });
        await visit.Page.RouteAsync("**/shares", async route =>
        {
            await goOn.Task;
            await route.ContinueAsync();
        });
        await new Frame(visit.Page).GoToAsync("Shares");
        await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading the shares" })).ToBeVisibleAsync();
        goOn.SetResult();
        await Expect(new SharesPage(visit.Page).Table.Row("T cells")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task When_the_API_fails_a_list_says_what_failed_and_tries_again()
    {
        await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("core-admin", $"/projects/{World.Publisher}/settings");
        visit.Expect("status of 500");
        var isBroken = true;
        await visit.Page.RouteAsync(new Regex("/shares(\\?.*)?$"), route => isBroken
            ? route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = """{"detail":"The table is on fire.","errorCode":"UNKNOWN","traceId":"1-2-3"}""" })
            : route.ContinueAsync());
        await new Frame(visit.Page).GoToAsync("Shares");
        var refusal = visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert);
        await Expect(refusal).ToContainTextAsync("The shares could not be loaded");
        await Expect(refusal).ToContainTextAsync("The table is on fire.");
        await Expect(refusal).ToContainTextAsync("1-2-3");
        isBroken = false;
        await refusal.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(new SharesPage(visit.Page).Table.Row("T cells")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_dialog_loses_nothing_that_was_typed()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        visit.Expect("status of 40[01]");
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await dialog.Name.FillAsync("T cells");
        // The issuer forgets the browser, and API Gateway refuses the token.
        await visit.Context.APIRequest.GetAsync("/oidc/logout");
        var isRefused = true;
        await visit.Page.RouteAsync("**/api/**", route => isRefused ? route.FulfillAsync(new() { Status = 401, ContentType = "application/json", Body = """{"message":"Unauthorized"}""" }) : route.ContinueAsync());
        await dialog.Save.ClickAsync();
        var ended = new Frame(visit.Page).Dialog("Your session has ended");
        await Expect(ended).ToContainTextAsync("Sign in again as core-admin");
        isRefused = false;
        var window = await visit.Page.RunAndWaitForPopupAsync(() => ended.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync());
        await new SignInPage(window).ChooseAsync("core-admin");
        await Expect(ended).ToHaveCountAsync(0);
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage");
        Assert.Equal("T cells", (string?)Assert.Single((await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares")).Expect(200).Body!.AsArray())!["name"]);
    }

    [Fact]
    public async Task Of_two_administrators_at_once_the_second_sees_the_conflict_and_loses_nothing_typed()
    {
        var id = await ShareAsync("T cells", "t-cells");
        var first = await VisitAsync("core-admin", $"{SharesOf(World.Publisher)}/{id}");
        var second = await VisitAsync("platform-admin", $"{SharesOf(World.Publisher)}/{id}");
        second.Expect("status of 412");
        var theirs = await new SharePage(first.Page).EditAsync();
        var mine = await new SharePage(second.Page).EditAsync();
        await theirs.Name.FillAsync("T cells of mice");
        await theirs.Description.FillAsync("Mice");
        await theirs.Save.ClickAsync();
        await Expect(theirs.Enforcement).ToContainTextAsync("Storage");

        await mine.Name.FillAsync("T cells of men");
        await ShareDialog.AddAsync(mine.Keywords, "men");
        await mine.Save.ClickAsync();
        var notice = mine.Root.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody else has changed this share meanwhile" });
        await Expect(notice).ToContainTextAsync("they saved “T cells of mice”, you have “T cells of men”");
        await Expect(notice).ToContainTextAsync("Taken over from them: Description (Mice)");
        await Expect(mine.Name).ToHaveValueAsync("T cells of men");
        await mine.Save.ClickAsync();
        await Expect(mine.Enforcement).ToContainTextAsync("Storage");
        var saved = (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares/{id}")).Expect(200);
        Assert.Equal(("T cells of men", "Mice", "men"), ((string?)saved["name"], (string?)saved["description"], (string?)saved["keywords"][0]));
    }

    [Fact]
    public async Task A_share_that_another_deletes_while_its_dialog_is_open_can_become_a_new_one()
    {
        var id = await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("core-admin", $"{SharesOf(World.Publisher)}/{id}");
        visit.Expect("status of 404");
        var dialog = await new SharePage(visit.Page).EditAsync();
        await dialog.Name.FillAsync("T cells of men");
        (await World.CoreAdmin.DeleteAsync($"/api/projects/{World.Publisher}/shares/{id}")).Expect(200);
        await dialog.Save.ClickAsync();
        await Expect(dialog.Root.GetByText("Somebody has deleted this share meanwhile")).ToBeVisibleAsync();
        await dialog.Root.GetByRole(AriaRole.Button, new() { Name = "Make it a new share" }).ClickAsync();
        await dialog.Save.ClickAsync();
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage");
        Assert.Equal("T cells of men", (string?)Assert.Single((await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares")).Expect(200).Body!.AsArray())!["name"]);
    }

    [Fact]
    public async Task A_subscription_that_the_API_refuses_is_taken_back_and_says_so()
    {
        await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("lab-admin", SharesOf(World.Lab));
        visit.Expect("status of 503");
        await visit.Page.RouteAsync("**/*subscribe", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"detail":"Not now.","errorCode":"STORE_UNAVAILABLE"}""" }));
        var shares = new SharesPage(visit.Page);
        await shares.Subscribe.ClickAsync();
        var subscribe = shares.Offer("T cells").GetByRole(AriaRole.Button, new() { Name = "Subscribe" });
        await subscribe.ClickAsync();
        await Expect(visit.Page.GetByText("Not subscribed to T cells. Not now.")).ToBeVisibleAsync();
        await Expect(subscribe).ToBeVisibleAsync();
    }
}
