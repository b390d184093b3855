using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal.Support;

/// <summary>A test in which people visit the portal. When it ends, none of them may have seen what nobody should see.</summary>
[Collection(PortalTests.Name)]
public abstract class PortalTest(LocalCloud cloud, PortalBrowser browser) : IAsyncLifetime
{
    private readonly List<(string User, Visit Visit)> _visits = [];

    protected LocalCloud Cloud => cloud;

    protected World World { get; private set; } = null!;

    protected string LabName { get; private set; } = "";

    public virtual async ValueTask InitializeAsync()
    {
        World = await World.CreateAsync(cloud);
        await World.AllowSharingAsync();
        // Other tests have projects of the same name, which a search would find as well.
        LabName = $"immunology {World.Lab[^6..]}";
        var lab = (await World.LabAdmin.GetAsync($"/api/projects/{World.Lab}")).Expect(200);
        var renamed = new JsonObject { ["name"] = LabName };
        foreach (var member in (string[])["description", "settings", "pipelineRoleArn"]) renamed[member] = lab[member].DeepClone();
        (await World.LabAdmin.PutAsync($"/api/projects/{World.Lab}", renamed)).Expect(200);
    }

    public async ValueTask DisposeAsync()
    {
        var hasFailed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var problems = new List<string>();
        foreach (var (user, visit) in _visits)
        {
            if (hasFailed) await Screenshots.OfFailureAsync(visit.Page, user);
            problems.AddRange(visit.Problems.Select(problem => $"{user}: {problem}"));
            await visit.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        if (!hasFailed) Assert.True(problems.Count == 0, string.Join('\n', problems));
        else foreach (var problem in problems) TestContext.Current.SendDiagnosticMessage(problem);
    }

    /// <summary>A browser in which this person has signed in on the way to an address.</summary>
    protected async Task<Visit> VisitAsync(string user, string path, Look? look = null)
    {
        var visit = await BeginAsync(user, look);
        await visit.OpenAsync(path, user);
        return visit;
    }

    /// <summary>A browser in which nobody has signed in yet.</summary>
    protected async Task<Visit> BeginAsync(string user, Look? look = null)
    {
        var visit = await Visit.BeginAsync(cloud, browser.Chromium, look ?? Look.Desk);
        _visits.Add((user, visit));
        return visit;
    }

    protected static string SharesOf(string project) => $"/projects/{project}/shares";

    /// <summary>A share of the publisher with whatever else it shall have, made through the API. Does not wait for storage.</summary>
    protected async Task<string> ShareAsync(string name, string tag, bool isViewRestricted = true, Action<JsonObject>? change = null)
    {
        var input = World.Input(tag, isViewRestricted);
        input["name"] = name;
        change?.Invoke(input);
        return (string)(await World.CoreAdmin.PostAsync($"/api/projects/{World.Publisher}/shares", input)).Expect(201)["id"]!;
    }

    /// <summary>The id of a new kind of data, which shares can be said to hold.</summary>
    protected async Task<string> ClassificationAsync(string name)
    {
        var classification = new JsonObject { ["name"] = name, ["description"] = "Of people", ["requirementIds"] = new JsonArray() };
        return (string)(await (await cloud.SignInAsync("platform-admin")).PostAsync("/api/governance/classifications", classification)).Expect(201)["id"]!;
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
