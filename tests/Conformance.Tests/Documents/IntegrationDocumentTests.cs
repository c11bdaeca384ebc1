using System.Text.RegularExpressions;
using Conformance.Documents;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Documents;

public sealed partial class IntegrationDocumentTests
{
    private static readonly IntegrationSpecification Orders = SpecificationLoader
        .Load(RepositoryFiles.Spec("orders.yaml"))
        .Specification!;

    [Test]
    public void The_sections_stand_in_the_order_of_the_template() =>
        Headings(IntegrationDocument.ToMarkdown(Orders), "## ")
            .Should()
            .Equal(
                "1. Overview",
                "2. Authentication & Authorization",
                "3. Endpoints",
                "4. Data Models",
                "5. Error Handling",
                "6. Rate Limiting",
                "7. Testing",
                "8. Webhooks",
                "9. Environments"
            );

    [Test]
    public void Profiles_are_told_with_their_requirements()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("spec.yaml");
        const string Profiles = "profiles:\n  readers: { description: Read only, requirements: \"read-note.*\" }\n";
        File.WriteAllText(file, File.ReadAllText(Notes.Path) + "\n" + Profiles);

        var document = IntegrationDocument.ToMarkdown(SpecificationLoader.Load(file).Specification!);

        document.Should().Contain("Profiles\n").And.Contain("#### readers\n\n- Read only\n- Requirements: ");
    }

    [Test]
    public void Every_endpoint_has_its_part_with_an_example_to_paste()
    {
        var document = IntegrationDocument.ToMarkdown(Orders);
        foreach (var (i, endpoint) in Orders.Endpoints.Index())
        {
            var part = Part(document, $"### 3.{i + 1} {MarkdownText.Inline(endpoint.Name)}");
            part.Should().Contain($"curl -X {endpoint.Method.Value} ");
            part.Should().Contain("| Status | Meaning |");
        }
    }

    [Test]
    public void Every_error_code_is_in_the_table_with_what_to_do()
    {
        var document = IntegrationDocument.ToMarkdown(Orders);
        Orders
            .ErrorCodes.Should()
            .AllSatisfy(code => document.Should().Contain($"| `{code.Code.Value}` | {code.HttpStatus.Value} |"));
    }

    [Test]
    public void Diagrams_are_mermaid_blocks() =>
        IntegrationDocument.ToMarkdown(Orders).Should().Contain("```mermaid\nsequenceDiagram\n");

    [Test]
    public void What_a_specification_says_cannot_become_markup()
    {
        var specification = Described("<script>alert(1)</script> | *bold* [link](http://x) # heading");
        var html = IntegrationDocument.ToHtml(specification);
        var main = html[
            html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)
        ];
        main.Should().NotContain("<script>").And.NotContain("<em>").And.NotContain("href=\"http://x\"");
        main.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt; | *bold* [link](http://x) # heading");
    }

    [Test]
    public void The_page_fetches_nothing()
    {
        var html = IntegrationDocument.ToHtml(Orders);
        Fetches().Matches(html).Select(m => m.Value).Should().BeEmpty();
    }

    [Test]
    public void Every_entry_of_the_contents_leads_somewhere()
    {
        var html = IntegrationDocument.ToHtml(Orders);
        var ids = Ids().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();
        var targets = Anchors().Matches(html).Select(m => m.Groups[1].Value).ToList();
        targets.Should().HaveCountGreaterThan(20).And.OnlyContain(target => ids.Contains(target));
    }

    [Test]
    public void A_requirement_that_failed_stands_first_with_a_sign_that_needs_no_colour()
    {
        var verdicts = new RunVerdicts(
            "https://target.example",
            null,
            [new("a", "GET /a", "passed", 3), new("b", "GET /b", "failed", 1)]
        );
        var lines = IntegrationDocument
            .ToMarkdown(Orders, verdicts)
            .Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Take(2);
        lines.Should().Equal("| `b` | `GET /b` | ✘ **failed** | 1 |", "| `a` | `GET /a` | ✔ passed | 3 |");
    }

    private static IntegrationSpecification Described(string words) =>
        SpecificationLoader
            .LoadText("spec.yaml", $"info:\n  title: Test\noverview:\n  purpose: '{words}'\n")
            .Specification!;

    private static IEnumerable<string> Headings(string document, string mark) =>
        document
            .Split('\n')
            .Where(l => l.StartsWith(mark, StringComparison.Ordinal))
            .Select(l => l[mark.Length..].Replace("&amp;", "&", StringComparison.Ordinal));

    private static string Part(string document, string heading)
    {
        var start = document.IndexOf(heading + "\n", StringComparison.Ordinal);
        start.Should().BePositive($"there is a part '{heading}'");
        var end = document.IndexOf("\n### ", start, StringComparison.Ordinal);
        return end < 0 ? document[start..] : document[start..end];
    }

    [GeneratedRegex(@"(src|href)=""(https?:)?//[^""]*""|@import|url\(", RegexOptions.IgnoreCase)]
    private static partial Regex Fetches();

    [GeneratedRegex(@"\bid=""([^""]+)""")]
    private static partial Regex Ids();

    [GeneratedRegex(@"href=""#([^""]+)""")]
    private static partial Regex Anchors();
}
