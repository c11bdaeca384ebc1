using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.Tests.Reports.Html;

/// <summary>The page in a real browser, opened from a file and without network.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class HtmlPageTests : IDisposable
{
    private const string FirstFailed = "synthetic/HappyPath/0000";

    private readonly TemporaryFolder small = new();
    private readonly TemporaryFolder large = new();
    private readonly TemporaryFolder hostile = new();
    private Browser browser = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        browser = await Browser.StartAsync();
        await SampleRun.WriteAsync(small.Path, "html");
        await SampleRun.WriteAsync(large.Path, "html", SyntheticRun.Of(2000));
        await SampleRun.WriteAsync(hostile.Path, "html", SyntheticRun.Hostile);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    public void Dispose()
    {
        small.Dispose();
        large.Dispose();
        hostile.Dispose();
    }

    [Test]
    public async Task Nothing_that_a_target_sent_becomes_markup()
    {
        await using var opened = await browser.OpenAsync(hostile.File("report.html"));
        var page = opened.Page;
        foreach (var row in await page.Locator("#list .row").AllAsync())
        {
            await row.ClickAsync();
            await page.EvaluateAsync(
                "() => document.querySelectorAll('.case details').forEach(d => { d.open = true; })"
            );
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.case .message').length === 6");
            (await page.Locator("img, iframe, object, embed, [onload], [onerror], [href^='javascript']").CountAsync())
                .Should()
                .Be(0);
            (await page.Locator(".case").InnerTextAsync()).Should().Contain("<script>document.title='owned'</script>");
        }

        (await page.TitleAsync()).Should().Be("\u2717 Orders API: conformance");
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Even_markup_that_got_in_could_run_nothing_and_load_nothing()
    {
        await using var opened = await browser.OpenAsync(small.File("report.html"));
        await opened.Page.EvaluateAsync(
            """
            () => {
                const script = document.createElement("script");
                script.textContent = "document.title = 'owned'";
                document.body.append(script);
                const image = document.createElement("img");
                image.src = "https://example.com/x.png";
                document.body.append(image);
            }
            """
        );
        (await opened.Page.TitleAsync()).Should().NotBe("owned");
        opened.Complaints.Count(c => c.Contains("Content Security Policy")).Should().BeGreaterThanOrEqualTo(2);
    }

    // Colours and widths do not depend on each other.
    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task Everybody_can_use_it(ColorScheme scheme, int width)
    {
        await using var opened = await browser.OpenAsync(
            small.File("report.html"),
            "case=create-order/validation_errors/quantity",
            scheme,
            width
        );
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");

        (await opened.SeriousFindingsAsync()).Should().BeEmpty();
        (await WiderThanPageAsync(opened.Page)).Should().BeEmpty();
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Two_thousand_cases_are_no_burden()
    {
        await using var opened = await browser.OpenAsync(large.File("report.html"));
        var page = opened.Page;
        (await page.InnerTextAsync("#found")).Should().Be("All 2000 cases");
        (await NodesAsync(page))
            .Should()
            .BeLessThan(2000, "a hundred rows are shown, and no evidence before it is asked for");

        await page.SelectOptionAsync("#filter-verdict", "failed");
        await page.FillAsync("#search", "case 000");
        (await page.InnerTextAsync("#found")).Should().Be("2 of 2000 cases");
        (await NodesAsync(page)).Should().BeLessThan(150);

        await page.ClickAsync("#clear");
        await page.Locator("#end").ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#list > li').length > 100");
        (await NodesAsync(page)).Should().BeLessThan(5000);
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Cases_are_found_opened_and_closed_with_the_keyboard_alone()
    {
        await using var opened = await browser.OpenAsync(large.File("report.html"));
        var page = opened.Page;
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("case 0010");
        (await page.InnerTextAsync("#found")).Should().Be("1 of 2000 cases");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        (await page.InnerTextAsync(".case")).Should().Contain("number 0010");
        page.Url.Should().EndWith("#q=case%200010&case=synthetic%2FIdempotency%2F0010");

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".case").CountAsync()).Should().Be(0);
        await page.Keyboard.PressAsync("Escape");
        (await page.InnerTextAsync("#found")).Should().Be("All 2000 cases");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        (await page.EvaluateAsync<string>("() => document.activeElement.innerText")).Should().Contain(FirstFailed);
    }

    [Test]
    public async Task A_link_leads_to_its_case_however_far_down_it_is()
    {
        await using var opened = await browser.OpenAsync(
            large.File("report.html"),
            "verdict=failed&case=" + Uri.EscapeDataString("synthetic/ValidationErrors/1996")
        );
        var page = opened.Page;
        (await page.Locator("[aria-expanded=true]").InnerTextAsync()).Should().Contain("Case 1996");
        (await page.InnerTextAsync("#found")).Should().Be("All 2000 cases", "a filter that hides the case gives way");

        await page.Locator(".cases a").First.ClickAsync();
        (await page.Locator("[aria-expanded=true]").InnerTextAsync()).Should().Contain(FirstFailed);
    }

    [Test]
    public async Task A_link_to_a_part_of_the_page_leaves_all_cases_in_it()
    {
        await using var opened = await browser.OpenAsync(small.File("report.html"), "coverage");
        (await opened.Page.Locator("#list .row").CountAsync()).Should().Be(6);
    }

    [Test]
    public async Task A_wrong_value_is_marked_in_its_body_with_what_was_expected()
    {
        await using var opened = await browser.OpenAsync(
            large.File("report.html"),
            $"case={Uri.EscapeDataString(FirstFailed)}"
        );
        (await opened.Page.InnerTextAsync("pre.body .wrong")).Should().Contain("\"order_id\": \"ORD-1\"");
        (await opened.Page.InnerTextAsync("pre.body .note"))
            .Should()
            .Contain("expected text")
            .And.Contain("number 0000");
    }

    [Test]
    public async Task The_reader_may_choose_the_dark()
    {
        await using var opened = await browser.OpenAsync(small.File("report.html"));
        const string ground = "() => getComputedStyle(document.body).backgroundColor";
        var before = await opened.Page.EvaluateAsync<string>(ground);
        await opened.Page.ClickAsync("#theme");
        (await opened.Page.EvaluateAsync<string>(ground)).Should().NotBe(before);
        (await opened.Page.InnerTextAsync("#theme")).Should().Be("Light");
    }

    // Nothing but what scrolls by itself may stick out.
    private static Task<string[]> WiderThanPageAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : Array.from(document.querySelectorAll("body *"))
                .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest("pre, nav, .scroll"))
                .map(e => e.tagName + "." + e.className + ": " + e.textContent.slice(0, 60))
            """
        );

    private static Task<int> NodesAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.getElementById('list').getElementsByTagName('*').length");
}
