using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

public sealed class SignInTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    [Fact]
    public async Task Who_pastes_an_address_signs_in_and_is_where_the_address_leads()
    {
        var path = $"{SharesOf(World.Lab)}?sort=-created";
        var visit = await VisitAsync("lab-member", path);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Cloud.Gateway, path).ToString());
        await Expect(new Frame(visit.Page).Heading).ToHaveTextAsync("Shares");
    }

    [Fact]
    public async Task Tokens_are_in_memory_alone()
    {
        var visit = await VisitAsync("lab-member", SharesOf(World.Lab));
        var kept = await visit.Page.EvaluateAsync<string>("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])");
        Assert.DoesNotContain("eyJ", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("token", kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_asks_nobody_to_sign_in_again()
    {
        var visit = await VisitAsync("lab-member", SharesOf(World.Lab));
        await visit.Page.ReloadAsync();
        await Expect(new Frame(visit.Page).Heading).ToHaveTextAsync("Shares");
    }

    [Fact]
    public async Task Who_signs_out_is_asked_again()
    {
        var visit = await VisitAsync("lab-member", SharesOf(World.Lab));
        await new Frame(visit.Page).SignOutAsync("lab-member");
        await Expect(new Frame(visit.Page).Heading).ToHaveTextAsync("You have signed out");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Expect(new SignInPage(visit.Page).Users).ToHaveCountAsync(8);
    }

    [Fact]
    public async Task Who_belongs_to_no_project_reads_what_to_do()
    {
        var visit = await VisitAsync("outsider", "/");
        await Expect(visit.Page.GetByText("You belong to no project yet")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("by the name outsider")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pasted_address_of_a_project_that_is_not_the_readers_shows_nothing_of_it()
    {
        var visit = await BeginAsync("other-admin");
        visit.Expect("status of 404");
        await visit.Page.GotoAsync(SharesOf(World.Lab));
        await new SignInPage(visit.Page).ChooseAsync("other-admin");
        await Expect(visit.Page.GetByText("There is no such project, or you are not a member of it")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("immunology-lab")).ToHaveCountAsync(0);
    }
}
