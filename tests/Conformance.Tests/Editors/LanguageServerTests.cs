using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Editors;

/// <summary>
/// What people see in VS Code and other editors: their own language server reads our schema by the line that the README
/// tells to begin a specification with.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LanguageServerTests
{
    private static readonly Uri Folder = new(Path.GetDirectoryName(RepositoryFiles.Spec("orders.yaml"))! + "/");

    private LanguageServer server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() =>
        server = await LanguageServer.StartAsync(
            NodePackages.File("yaml-language-server/bin/yaml-language-server"),
            RepositoryFiles.Root
        );

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task Nothing_is_marked_in_a_good_specification(string name) =>
        (await server.OpenAsync(new Uri(Folder, name), await File.ReadAllTextAsync(RepositoryFiles.Spec(name))))
            .Should()
            .BeEmpty();

    [Test]
    public async Task Mistakes_are_marked_where_they_are()
    {
        (string Right, string Wrong)[] mistakes =
        [
            ("operation_id: create-order", "operation-id: create-order"),
            ("algorithm: fixed_window", "algorithm: fixed_windows"),
            ("triggered_by: [create-order]", "trigger_by: [create-order]"),
            ("http_status: 402", "http_status: \"402\""),
        ];
        var text = await File.ReadAllTextAsync(RepositoryFiles.Spec("orders.yaml"));
        foreach (var (right, wrong) in mistakes)
        {
            text.Should().Contain(right);
            text = text.Replace(right, wrong, StringComparison.Ordinal);
        }

        var marked = await server.OpenAsync(new Uri(Folder, "broken.yaml"), text);

        var lines = text.Split('\n').ToList();
        marked
            .Select(m => m.Line)
            .Distinct()
            .Should()
            .BeEquivalentTo(mistakes.Select(m => lines.FindIndex(l => l.Contains(m.Wrong, StringComparison.Ordinal))));
    }

    [Test]
    public async Task Keys_are_proposed_with_their_meaning()
    {
        var document = new Uri(Folder, "completion.yaml");
        await server.OpenAsync(document, Beginning + "info:\n  title: \"t\"\n  ver\n");

        var proposed = await server.AskAsync("textDocument/completion", document, 3, 5);

        var version = proposed
            .GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("label").GetString() == "version");
        version.GetProperty("documentation").ToString().Should().Contain("MAJOR.MINOR.PATCH");
    }

    [Test]
    public async Task Words_of_a_closed_list_are_proposed()
    {
        var document = new Uri(Folder, "words.yaml");
        await server.OpenAsync(document, Beginning + "rate_limits:\n  algorithm: \n");

        var proposed = await server.AskAsync("textDocument/completion", document, 2, 13);

        proposed
            .GetProperty("items")
            .EnumerateArray()
            .Select(i => i.GetProperty("label").GetString())
            .Should()
            .Contain(["fixed_window", "sliding_window", "token_bucket"]);
    }

    [Test]
    public async Task A_key_tells_what_it_means()
    {
        var document = new Uri(Folder, "hover.yaml");
        await server.OpenAsync(document, Beginning + "rate_limits:\n  partition: client_id\n");

        var hover = await server.AskAsync("textDocument/hover", document, 2, 4);

        hover.GetProperty("contents").GetProperty("value").GetString().Should().Contain("counted");
    }

    private const string Beginning = "# yaml-language-server: $schema=./integration-spec.schema.json\n";
}
