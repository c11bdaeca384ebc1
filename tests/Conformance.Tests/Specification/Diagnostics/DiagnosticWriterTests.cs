using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Diagnostics.Writing;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Diagnostics;

public sealed class DiagnosticWriterTests
{
    [Test]
    public void A_finding_shows_place_line_expectation_and_repair()
    {
        Text("endpoint:\n  metod: POST\n  path: /a\n")
            .Should()
            .StartWith(
                """
                error DOC-006: an endpoint needs 'method'
                  --> spec.yaml:2:3   endpoint
                   |
                 2 |   metod: POST
                   |   ^^^^^^^^^^^ expected 'method'
                   = add 'method:'


                """.ReplaceLineEndings("\n")
            );
    }

    [Test]
    public void A_long_expectation_gets_a_line_of_its_own()
    {
        Text("rate_limits:\n  default:\n    burst_allowance: lots\n")
            .Should()
            .Contain(
                """
                error DOC-005: 'burst_allowance' cannot be read: the text "lots"
                  --> spec.yaml:3:22   rate_limits.default.burst_allowance
                   |
                 3 |     burst_allowance: lots
                   |                      ^^^^
                   = expected '150% for up to 30 seconds', '1.5x for up to 30 seconds'
                   = write it in one of the accepted forms
                """.ReplaceLineEndings("\n")
            );
        Text("info: { titel: x }\n")
            .Should()
            .Contain("   = expected one of authors, consumer, description, last_updated,");
    }

    [Test]
    public void A_related_place_is_shown_with_its_line()
    {
        Text("info:\n  title: a\n  title: b\n")
            .Should()
            .Contain(
                """
                error DOC-102: duplicate key 'title' at info (first at line 2)
                  --> spec.yaml:3:3   info.title
                   |
                 3 |   title: b
                   |   ^^^^^ expected every key once
                  --> spec.yaml:2:3   first written here
                   |
                 2 |   title: a
                   |   ^^^^^
                   = remove one of the two 'title', or merge what they say
                """.ReplaceLineEndings("\n")
            );
    }

    [Test]
    public void The_last_line_counts()
    {
        Text("info: { title: t, version: \"1\" }\nenvironments: { a: { data: x } }\n")
            .TrimEnd()
            .Split('\n')[^1]
            .Should()
            .Be("2 errors, 3 warnings");
        Write(DiagnosticFormat.Text, []).Should().Be("no problems found\n");
    }

    [Test]
    public void A_long_line_is_cut_around_the_place()
    {
        var text = Text($"info: {{ title: \"{new string('a', 500)}\", titel: x }}\n");
        text.Split('\n').Should().OnlyContain(line => line.Length < 200);
        text.Should().Contain("...").And.Contain("titel: x");
    }

    [Test]
    public void Controls_and_direction_marks_of_a_specification_never_reach_the_terminal()
    {
        var text = Text("info: { title: t, \"a\\e[31m\\u202E\": x }\n");
        text.Should().NotContain("\u001b").And.NotContain("\u202e");
        text.Should().Contain("unknown key 'a·[31m·'");
    }

    [Test]
    public void JSON_has_every_field_and_the_counts()
    {
        using var json = JsonDocument.Parse(Write(DiagnosticFormat.Json, "info:\n  title: a\n  title: b\n"));
        json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32().Should().Be(1);
        var finding = json
            .RootElement.GetProperty("diagnostics")
            .EnumerateArray()
            .Single(d => d.GetProperty("severity").GetString() == "error");
        finding.GetProperty("id").GetString().Should().Be("DOC-102");
        finding.GetProperty("file").GetString().Should().Be("spec.yaml");
        finding.GetProperty("line").GetInt32().Should().Be(3);
        finding.GetProperty("column").GetInt32().Should().Be(3);
        finding.GetProperty("endColumn").GetInt32().Should().Be(8);
        finding.GetProperty("path").GetString().Should().Be("info.title");
        finding.GetProperty("related")[0].GetProperty("line").GetInt32().Should().Be(2);
    }

    [Test]
    public void SARIF_has_what_code_scanning_asks_for()
    {
        using var sarif = JsonDocument.Parse(Write(DiagnosticFormat.Sarif, "info:\n  title: a\n  title: b\n"));
        var root = sarif.RootElement;
        root.GetProperty("version").GetString().Should().Be("2.1.0");
        root.GetProperty("$schema").GetString().Should().StartWith("https://");
        var run = root.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        rules.Should().OnlyContain(r => r.GetProperty("shortDescription").GetProperty("text").GetString() != "");
        rules.Should().OnlyContain(r => r.GetProperty("help").GetProperty("text").GetString() != "");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            var id = result.GetProperty("ruleId").GetString();
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(id);
            result.GetProperty("level").GetString().Should().BeOneOf("error", "warning", "note");
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("spec.yaml");
            place.GetProperty("region").GetProperty("startLine").GetInt32().Should().BePositive();
        }
    }

    [Test]
    public void A_SARIF_fingerprint_survives_moved_lines()
    {
        Fingerprints("info:\n  title: a\n  title: b\n")
            .Should()
            .Equal(Fingerprints("# moved\n\ninfo:\n  title: a\n  title: b\n"));
        Fingerprints("info:\n  title: a\n  title: b\n").Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void SARIF_addresses_are_URIs()
    {
        var location = new SourceLocation("my specs/a#b.yaml", 1, 1, 1, 2, "");
        var json = Write(DiagnosticFormat.Sarif, [new Diagnostic("DOC-001", Severity.Error, "x", location)]);
        json.Should().Contain("\"my%20specs/a%23b.yaml\"");
    }

    private static List<string?> Fingerprints(string text)
    {
        using var sarif = JsonDocument.Parse(Write(DiagnosticFormat.Sarif, text));
        return
        [
            .. sarif
                .RootElement.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Select(r => r.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()),
        ];
    }

    private static string Text(string text) => Write(DiagnosticFormat.Text, text);

    private static string Write(DiagnosticFormat format, string text)
    {
        var loaded = SpecificationLoader.LoadText("spec.yaml", text);
        using var output = new StringWriter { NewLine = "\n" };
        // Errors first, for the tests look at one finding each; missing sections are warnings.
        ImmutableArray<Diagnostic> ordered = [.. Linter.Lint(loaded).OrderBy(d => d.Severity)];
        DiagnosticWriter.Write(output, format, ordered, loaded.Sources);
        return output.ToString();
    }

    private static string Write(DiagnosticFormat format, ImmutableArray<Diagnostic> diagnostics)
    {
        using var output = new StringWriter { NewLine = "\n" };
        DiagnosticWriter.Write(output, format, diagnostics, []);
        return output.ToString();
    }
}
