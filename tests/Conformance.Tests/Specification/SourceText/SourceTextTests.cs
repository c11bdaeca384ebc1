using System.Text.RegularExpressions;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.SourceText;

/// <summary>Every YAML block of the written specification, as it was written, with its line breaks restored.</summary>
public sealed partial class SourceTextTests
{
    private static readonly string[] Blocks =
    [
        "authentication",
        "endpoint",
        "environments",
        "errors",
        "rate_limits",
        "sequence_diagram",
        "test_scenarios",
        "webhooks",
    ];

    [TestCaseSource(nameof(Blocks))]
    public void A_block_has_the_very_words_of_the_written_text(string block)
    {
        var written = Bare(File.ReadAllText(RepositoryFiles.Fixture("SourceText", "as-written.txt")));
        // Its diagram stood in a block of its own, without a key.
        var text = File.ReadAllText(Block(block)).Replace("sequence_diagram: |", "", StringComparison.Ordinal);
        foreach (var part in text.Split("\n\nerror_codes:"))
        {
            written.Should().Contain(Bare(part));
        }
    }

    [TestCase("authentication")]
    [TestCase("environments")]
    [TestCase("errors")]
    [TestCase("sequence_diagram")]
    [TestCase("test_scenarios")]
    [TestCase("webhooks")]
    public void A_block_loads_by_itself_and_only_misses_the_other_sections(string block)
    {
        var loaded = SpecificationLoader.Load(Block(block));
        loaded.HasErrors.Should().BeFalse();
        var finding = loaded.Diagnostics.Should().ContainSingle().Subject;
        (finding.Id, finding.Severity).Should().Be(("DOC-101", Severity.Warning));
    }

    [Test]
    public void A_regular_expression_in_double_quotes_gets_the_form_in_single_quotes_and_everything_else_is_read()
    {
        var loaded = SpecificationLoader.Load(Block("endpoint"));
        var finding = loaded.Diagnostics.Should().ContainSingle(d => d.Severity == Severity.Error).Subject;
        finding.Id.Should().Be("DOC-002");
        finding.Message.Should().Contain(@"'\d'");
        finding.Fix.Should().Be(@"write '^\d{5}(-\d{4})?$'");
        finding.Location.Line.Should().Be(57);
        var address = loaded.Specification!.Endpoints.Single().Request!.Schema.Properties[2].Schema;
        address.Properties.Single(p => p.Name.Value == "postal_code").Schema.Pattern.Should().Be(@"^\d{5}(-\d{4})?$");
    }

    [Test]
    public void Two_limits_under_one_key_get_the_list_that_keeps_both()
    {
        var loaded = SpecificationLoader.Load(Block("rate_limits"));
        var finding = loaded.Diagnostics.Should().ContainSingle(d => d.Severity == Severity.Error).Subject;
        finding.Id.Should().Be("DOC-102");
        finding.Location.Line.Should().Be(11);
        finding.Related.Single().Location.Line.Should().Be(7);
        finding.Fix.Should().Contain("method: \"POST\"").And.Contain("limit: \"300 requests/minute\"");
        loaded.Specification!.RateLimits!.PerEndpoint.Should().HaveCount(3, "what both say is read all the same");
    }

    [Test]
    public void The_list_that_is_shown_for_two_limits_loads()
    {
        var fix = SpecificationLoader.Load(Block("rate_limits")).Diagnostics.Single(d => d.Id == "DOC-102").Fix!;
        var list = fix[fix.IndexOf('\n', StringComparison.Ordinal)..].Replace("\n", "\n    ", StringComparison.Ordinal);
        var loaded = SpecificationLoader.LoadText("fixed.yaml", $"rate_limits:\n  per_endpoint:{list}\n");
        loaded.HasErrors.Should().BeFalse();
        loaded.Specification!.RateLimits!.PerEndpoint.Should().HaveCount(2);
    }

    [Test]
    public void The_blocks_of_one_folder_are_one_specification()
    {
        var loaded = SpecificationLoader.Load(RepositoryFiles.Fixture("SourceText"));
        loaded.Specification!.Files.Should().HaveCount(8);
        loaded.Specification.Endpoints.Should().ContainSingle();
        loaded.Specification.ErrorCodes.Should().HaveCount(9);
        loaded.Specification.Environments.Should().HaveCount(3);
    }

    private static readonly object[] Contradictions =
    [
        new object[] { "a", "IDP-104", "says 409 for a repeated key" },
        new object[] { "b", "ERR-101", "'INSUFFICIENT_INVENTORY'" },
        new object[] { "b", "ERR-101", "'PAYMENT_FAILED'" },
        new object[] { "b", "ERR-101", "'DUPLICATE_ORDER'" },
        new object[] { "c", "SCN-104", "expects status 402" },
        new object[] { "d", "ERR-105", "status 403" },
        new object[] { "d", "ERR-105", "status 404" },
        new object[] { "d", "ERR-105", "status 500" },
        new object[] { "d", "ERR-105", "status 503" },
        new object[] { "e", "HTP-119", "CUST-12345" },
        new object[] { "f", "DOC-102", "/api/v1/orders" },
        new object[] { "g", "HTP-114", "GET /api/v1/orders" },
        new object[] { "g", "HTP-114", "/api/v1/search" },
        new object[] { "h", "WHK-107", "'order.cancelled'" },
        new object[] { "i", "WHK-103", "'X-Webhook-Timestamp' is not part of the signed content" },
        new object[] { "j", "ERR-104", "lacks 'request_id', 'timestamp'" },
        new object[] { "k", "HTP-118", "'decimal'" },
        new object[] { "k", "HTP-118", "'iso-3166-1-alpha-2'" },
        new object[] { "l", "HTP-117", "299.99, but the example items make 59.98" },
        new object[] { "m", "RTL-103", "names no window" },
        new object[] { "n", "ERR-107", "'SERVICE_UNAVAILABLE' retries without a maximum" },
    ];

    [TestCaseSource(nameof(Contradictions))]
    public void Every_contradiction_of_the_written_text_is_found(string letter, string id, string words) =>
        Linter
            .Lint(SpecificationLoader.Load(RepositoryFiles.Fixture("SourceText")))
            .Should()
            .Contain(
                d => d.Id == id && d.Message.Contains(words),
                "contradiction ({0}) of the design is there",
                letter
            );

    [Test]
    public void The_resolved_specification_has_no_error()
    {
        var findings = Linter.Lint(SpecificationLoader.Load(RepositoryFiles.Spec("orders.yaml")));
        findings.Should().NotContain(d => d.Severity == Severity.Error);
    }

    private static string Block(string name) => RepositoryFiles.Fixture("SourceText", name + ".yaml");

    /// <summary>Without white space and comment signs: the written text had lost its line breaks.</summary>
    private static string Bare(string text) => WhiteSpace().Replace(text, "");

    [GeneratedRegex(@"[\s#]+")]
    private static partial Regex WhiteSpace();
}
