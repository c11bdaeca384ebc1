using System.Globalization;
using System.Xml;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.JUnit;

/// <summary>Writes the elements of one JUnit document.</summary>
internal sealed class JUnitDocument(XmlWriter writer, ReportOptions options, RunResult result)
{
    private readonly string specification = Slug.Of(result.Run.Specification.Info.Title.Value);
    private readonly RunFindings findings = RunFindings.Group(result.Cases);

    /// <summary>Writes the whole document.</summary>
    public void Write()
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("testsuites");
        Attribute("name", $"{result.Run.Specification.Info.Title.Value} conformance");
        Counts(result.Cases, withSkipped: false);
        Attribute("time", Seconds(result.Duration));
        var id = 0;
        foreach (var suite in result.Cases.GroupBy(c => c.Case.Kind).OrderBy(g => g.Key))
        {
            WriteSuite(suite.Key, [.. suite], id++);
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private void WriteSuite(ScenarioKind kind, CaseResult[] cases, int id)
    {
        writer.WriteStartElement("testsuite");
        Attribute("name", KindNames.Of(kind));
        Counts(cases, withSkipped: true);
        Attribute("time", Seconds(cases.Aggregate(TimeSpan.Zero, (sum, c) => sum + DurationOf(c))));
        Attribute(
            "timestamp",
            Started(cases).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
        );
        Attribute("hostname", options.Host);
        Attribute("id", id.ToString(CultureInfo.InvariantCulture));
        Attribute("package", $"{specification}.{result.Run.Environment}");
        WriteProperties();
        foreach (var contractCase in cases)
        {
            WriteCase(contractCase, kind);
        }

        writer.WriteEndElement();
    }

    private void WriteProperties()
    {
        var run = result.Run;
        writer.WriteStartElement("properties");
        Property("run.id", run.RunId);
        Property("run.seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        Property("run.interrupted", result.WasInterrupted ? "true" : "false");
        Property("target.url", run.BaseUrl.ToString());
        Property("target.environment", run.Environment);
        Property("target.simulated", run.IsSimulated ? "true" : "false");
        Property("spec.version", run.Specification.Info.Version?.Value ?? "");
        Property("spec.sha256", run.Specification.Digest);
        Property("tool.version", run.ToolVersion);
        writer.WriteEndElement();
    }

    private void WriteCase(CaseResult contractCase, ScenarioKind kind)
    {
        writer.WriteStartElement("testcase");
        Attribute("classname", $"{specification}.{KindNames.Of(kind)}");
        Attribute("name", $"{contractCase.Case.Id} {contractCase.Case.Title}");
        Attribute("time", Seconds(DurationOf(contractCase)));
        switch (contractCase.Verdict)
        {
            case Verdict.Failed:
                Outcome("failure", contractCase, Terms.Of(contractCase.Case.Requirement.Level));
                break;
            case Verdict.Error:
                Outcome("error", contractCase, "error");
                break;
            case Verdict.Inconclusive or Verdict.Skipped:
                Outcome("skipped", contractCase, type: null);
                break;
            default:
                break;
        }

        if (
            contractCase.Verdict is not Verdict.Skipped
            && CaseOutput.Of(contractCase, options) is { Length: > 0 } output
        )
        {
            writer.WriteElementString("system-out", Text(output));
        }

        writer.WriteEndElement();
    }

    private void Outcome(string element, CaseResult contractCase, string? type)
    {
        writer.WriteStartElement(element);
        Attribute("message", EvidenceText.Headline(contractCase));
        if (type is not null)
        {
            Attribute("type", type);
        }

        writer.WriteString(
            Text(
                $"{EvidenceText.Headline(contractCase)}\n\n{EvidenceText.Full(contractCase, findings)}{Sequence(contractCase)}"
            )
        );
        writer.WriteEndElement();
    }

    private string Sequence(CaseResult contractCase) =>
        ObservedSequence.Of(contractCase, result.Run.Subject, options.Mask) is { } sequence
            ? $"\n\nobserved sequence (mermaid):\n{sequence}"
            : "";

    private void Counts(IReadOnlyCollection<CaseResult> cases, bool withSkipped)
    {
        Attribute("tests", Number(cases.Count));
        Attribute("failures", Number(cases.Count(c => c.Verdict is Verdict.Failed)));
        Attribute("errors", Number(cases.Count(c => c.Verdict is Verdict.Error)));
        if (withSkipped)
        {
            Attribute("skipped", Number(cases.Count(c => c.Verdict is Verdict.Inconclusive or Verdict.Skipped)));
        }
    }

    private void Property(string name, string value)
    {
        writer.WriteStartElement("property");
        Attribute("name", name);
        Attribute("value", value);
        writer.WriteEndElement();
    }

    private void Attribute(string name, string value) => writer.WriteAttributeString(name, Text(value));

    // Masked first: what is cut or replaced before would not be recognised as a secret.
    private string Text(string text) => XmlSafe.Clean(BodyText.Cut(options.Mask(text), options.MaxBodyCharacters));

    private DateTimeOffset Started(CaseResult[] cases) => cases.Min(c => c.Record?.StartedAt) ?? result.Run.StartedAt;

    private static TimeSpan DurationOf(CaseResult contractCase) => contractCase.Record?.Duration ?? TimeSpan.Zero;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
