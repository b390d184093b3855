using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal.Support;

/// <summary>
/// Somebody at a browser of their own. What must hold on every page is watched all along: nothing fails unseen, nothing is asked of
/// strangers, and no signed URL comes into the address or the console.
/// </summary>
public sealed partial class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    // What an overloaded machine answers, after which the portal asks again.
    private readonly List<Regex> _expected = [new("status of 504")];

    private Visit(LocalCloud cloud, IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _problems.Enqueue($"console: {message.Text} ({message.Location})");
            NoSecret("console", message.Text);
        };
        page.PageError += (_, error) => _problems.Enqueue($"script: {error}");
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != cloud.Gateway.Authority && address.Authority != cloud.Internet.Authority)
                _problems.Enqueue($"a stranger was asked: {request.Url}");
        };
        page.FrameNavigated += (_, frame) => NoSecret("address", frame.Url);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public static async Task<Visit> BeginAsync(LocalCloud cloud, IBrowser browser, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = cloud.Gateway.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Colours,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(PortalBrowser.Patience);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = cloud.Gateway.GetLeftPart(UriPartial.Authority) });
        return new Visit(cloud, context, await context.NewPageAsync());
    }

    /// <summary>Opens an address as somebody who pastes it, and signs in where the issuer asks.</summary>
    public async Task OpenAsync(string path, string user)
    {
        await Page.GotoAsync(path);
        await new SignInPage(Page).ChooseAsync(user);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>What the test itself makes fail: parts of console messages.</summary>
    public void Expect(params string[] messages) => _expected.AddRange(messages.Select(message => new Regex(message)));

    /// <summary>What was seen and should not have been.</summary>
    public IEnumerable<string> Problems => _problems.Where(problem => !_expected.Any(expected => expected.IsMatch(problem)));

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void NoSecret(string place, string text)
    {
        if (Secret().IsMatch(text)) _problems.Enqueue($"a signed URL or token in the {place}");
    }

    [GeneratedRegex("X-Amz-Signature|access_token|eyJ[A-Za-z0-9_-]{20,}")]
    private static partial Regex Secret();
}
