using Conformance.Documents;
using Conformance.Specification;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.Tests.Documents;

/// <summary>The page of <c>conformance docs</c> in a real browser, without network.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class DocumentPageTests : IDisposable
{
    private Browser browser = null!;
    private readonly TemporaryFolder folder = new();
    private string file = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        browser = await Browser.StartAsync();
        file = folder.File("orders.html");
        var specification = SpecificationLoader.Load(RepositoryFiles.Spec("orders.yaml")).Specification!;
        await File.WriteAllTextAsync(file, IntegrationDocument.ToHtml(specification));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task Nobody_is_shut_out(ColorScheme scheme, int width)
    {
        await using var opened = await browser.OpenAsync(file, "", scheme, width);

        (await opened.SeriousFindingsAsync()).Should().BeEmpty();
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task On_a_phone_the_page_is_no_wider_than_the_window()
    {
        await using var opened = await browser.OpenAsync(file, "", ColorScheme.Light, 390);

        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
            .Should()
            .BeLessThanOrEqualTo(390);
    }

    [Test]
    public async Task A_search_leaves_what_speaks_of_it()
    {
        await using var opened = await browser.OpenAsync(file);
        var before = await VisibleHeadingsAsync(opened);

        await opened.Page.FillAsync("#search", "idempotency");

        (await VisibleHeadingsAsync(opened)).Should().BePositive().And.BeLessThan(before);
        await opened.Page.FillAsync("#search", "");
        (await VisibleHeadingsAsync(opened)).Should().Be(before);
    }

    [Test]
    public async Task Diagrams_are_drawn_without_network()
    {
        await using var opened = await browser.OpenAsync(file);

        (await opened.Page.Locator("svg[role=img]").CountAsync()).Should().BePositive();
        opened.Complaints.Should().BeEmpty();
    }

    private static Task<int> VisibleHeadingsAsync(OpenPage opened) =>
        opened.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('#content h2, #content h3')].filter(h => h.offsetParent !== null).length"
        );
}
