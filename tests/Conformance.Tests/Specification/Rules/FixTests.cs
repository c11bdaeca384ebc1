using Conformance.Specification;
using Conformance.Specification.Fixing;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary><c>lint --fix</c> repairs what is only written wrong, and touches nothing else.</summary>
public sealed class FixTests
{
    [TestCase(
        """data_models: { A: { type: string, pattern: "^\d+'$" } } # digits""",
        """data_models: { A: { type: string, pattern: '^\d+''$' } } # digits"""
    )]
    [TestCase(
        "test_scenarios: { validation_errors: [{ name: x, request: {order without a}, expected_status: 400 }] }",
        "test_scenarios: { validation_errors: [{ name: x, request: \"{order without a}\", expected_status: 400 }] }"
    )]
    [TestCase(
        "data_models: { A: { type: string, maxLength: \"50\" } }",
        "data_models: { A: { type: string, maxLength: 50 } }"
    )]
    [TestCase(
        "authentication: { type: OAuth 2.0, endpoints: { token: { url: /t } } }\n"
            + "error_codes: { A: { http_status: 401, retry_strategy: \"Refresh token and retry once\" } }",
        "authentication: { type: OAuth 2.0, endpoints: { token: { url: /t } } }\n"
            + "error_codes: { A: { http_status: 401, retry_strategy: \"Re-request token and retry once\" } }"
    )]
    [TestCase(
        "info: { title: t, status: Draft } # conformance: ignore DOC-106 ours",
        "info: { title: t, status: Draft } "
    )]
    public void What_is_written_wrong_is_written_right(string before, string after) => Fix(before).Should().Be(after);

    [Test]
    public void Several_repairs_in_one_text_do_not_get_in_each_others_way() =>
        Fix(
                "# keep\r\ndata_models:\r\n  A: { type: string, maxLength: \"5\", minLength: \"1\" } # both\r\n  B: { type: string, maxLength: \"7\" }\r\n"
            )
            .Should()
            .Be(
                "# keep\r\ndata_models:\r\n  A: { type: string, maxLength: 5, minLength: 1 } # both\r\n  B: { type: string, maxLength: 7 }\r\n"
            );

    [Test]
    public void What_only_people_can_decide_stays() =>
        Fix("info: { title: t, status: Aproved, titel: x }\n")
            .Should()
            .Be("info: { title: t, status: Aproved, titel: x }\n");

    [Test]
    public async Task The_file_is_repaired_and_the_rest_is_reported()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.yaml");
        byte[] mark = [0xEF, 0xBB, 0xBF];
        byte[] text = [.. mark, .. "data_models: { A: { type: string, maxLength: \"5\" } } # ü\r\n"u8];
        await File.WriteAllBytesAsync(path, text);

        var answer = await CliRunner.RunAsync("lint", path, "--fix");

        answer.Error.Should().StartWith("fixed DOC-004 at ");
        answer.Out.Should().NotContain("DOC-004");
        byte[] expected = [.. mark, .. "data_models: { A: { type: string, maxLength: 5 } } # ü\r\n"u8];
        (await File.ReadAllBytesAsync(path)).Should().Equal(expected);
    }

    [Test]
    public async Task What_a_repair_brings_to_light_is_repaired_as_well()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.yaml");
        await File.WriteAllTextAsync(
            path,
            """
            data_models:
              A: { type: string, pattern: "^\d+$" } # conformance: ignore HTP-109 nothing of the kind is here
            """
        );

        var answer = await CliRunner.RunAsync("lint", path, "--fix");

        answer.Error.Should().Contain("fixed DOC-002").And.Contain("fixed SUP-102");
        (await File.ReadAllTextAsync(path)).Should().Contain(@"'^\d+$'").And.NotContain("HTP-109");
    }

    private static string Fix(string text)
    {
        var loaded = SpecificationLoader.LoadText("x.yaml", text);
        var fixes = SpecificationFixer.Fix(loaded.Sources, Linter.Lint(loaded));
        return fixes.IsEmpty ? text : fixes.Single().Text;
    }
}
