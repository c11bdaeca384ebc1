using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

/// <summary>The Chromium of this machine; tests that need it are skipped, visibly, where there is none.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Variable = "CONFORMANCE_CHROMIUM";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) =>
        (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts it; skips the test when there is none.</summary>
    public static async Task<Browser> StartAsync()
    {
        var program = Find();
        if (program is null)
        {
            Assert.Ignore($"No Chromium was found on the path. Install it, or set {Variable} to its program.");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
                // Chromium does not start its sandbox for root, as which containers run.
                Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
            }
        );
        return new Browser(playwright, browser);
    }

    /// <summary>Opens a page of its own, whose errors and refusals are collected.</summary>
    /// <param name="file">A file of this machine.</param>
    /// <param name="fragment">What stands behind the <c>#</c>.</param>
    /// <param name="scheme">The reader's colours.</param>
    /// <param name="width">Width of the window.</param>
    public async Task<OpenPage> OpenAsync(
        string file,
        string fragment = "",
        ColorScheme scheme = ColorScheme.Light,
        int width = 1280
    )
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                Offline = true,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        var page = await context.NewPageAsync();
        var opened = new OpenPage(page);
        await page.GotoAsync($"{new Uri(file).AbsoluteUri}{(fragment.Length == 0 ? "" : $"#{fragment}")}");
        return opened;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}

/// <summary>A page with what its console said.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                complaints.Add($"request: {request.Url}");
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals of the content-security policy, dialogs, requests to anywhere.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Rules of axe-core that the page breaks seriously, with the elements; skips the test without the package.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindingsAsync()
    {
        // Evaluated by the debugger, which no policy of the page forbids.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(NodePackages.File("axe-core/axe.min.js")));
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary))
            """
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
