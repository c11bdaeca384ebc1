using System.Globalization;
using System.Xml;
using Conformance.Reports.Allure;
using Conformance.Reports.JUnit;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Trx;

/// <summary>Writes the elements of one Visual Studio test results file, in the order that its schema demands.</summary>
internal sealed class TrxDocument(XmlWriter writer, ReportOptions options, RunResult result)
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // These ids are Visual Studio's own: the type "unit test", and the two lists that it shows without being asked.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllLoaded = "19431567-8539-422a-85d7-44ee4e166bda";

    private readonly string assembly = Slug.Of(result.Run.Specification.Info.Title.Value);
    private readonly RunFindings findings = RunFindings.Group(result.Cases);

    /// <summary>Writes the whole document.</summary>
    public void Write()
    {
        var run = result.Run;
        writer.WriteStartDocument();
        writer.WriteStartElement("TestRun", Namespace);
        Attribute("id", AllureIds.OfReport(run).ToString("D"));
        Attribute("name", $"{run.Specification.Info.Title.Value} conformance, {Time(run.StartedAt)}");
        Element("Times", ("creation", Time(run.StartedAt)), ("start", Time(run.StartedAt)), ("finish", Time(End)));
        Each("Results", WriteResult);
        Each("TestDefinitions", WriteDefinition);
        Each(
            "TestEntries",
            c =>
                Element("TestEntry", ("testId", TestId(c)), ("executionId", ExecutionId(c)), ("testListId", NotInAList))
        );
        writer.WriteStartElement("TestLists");
        Element("TestList", ("name", "Results Not in a List"), ("id", NotInAList));
        Element("TestList", ("name", "All Loaded Results"), ("id", AllLoaded));
        writer.WriteEndElement();
        WriteSummary();
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private DateTimeOffset End => result.Run.StartedAt + result.Duration;

    private void Each(string element, Action<CaseResult> write)
    {
        writer.WriteStartElement(element);
        foreach (var contractCase in result.Cases)
        {
            write(contractCase);
        }

        writer.WriteEndElement();
    }

    private void WriteResult(CaseResult of)
    {
        var start = of.Record?.StartedAt ?? result.Run.StartedAt;
        var duration = of.Record?.Duration ?? TimeSpan.Zero;
        writer.WriteStartElement("UnitTestResult");
        Attribute("executionId", ExecutionId(of));
        Attribute("testId", TestId(of));
        Attribute("testName", Name(of));
        Attribute("computerName", options.Host);
        Attribute("duration", duration.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture));
        Attribute("startTime", Time(start));
        Attribute("endTime", Time(start + duration));
        Attribute("testType", UnitTestType);
        Attribute("outcome", Outcome(of.Verdict));
        Attribute("testListId", NotInAList);
        Attribute("relativeResultsDirectory", ExecutionId(of));
        WriteOutput(of);
        writer.WriteEndElement();
    }

    private void WriteOutput(CaseResult of)
    {
        var output = of.Verdict is Verdict.Skipped ? "" : CaseOutput.Of(of, options);
        var headline = EvidenceText.Headline(of);
        var isTold = of.Verdict is not Verdict.Passed;
        if (output.Length == 0 && !isTold)
        {
            return;
        }

        writer.WriteStartElement("Output");
        if (output.Length > 0)
        {
            writer.WriteElementString("StdOut", Text(output));
        }

        if (isTold)
        {
            writer.WriteStartElement("ErrorInfo");
            writer.WriteElementString("Message", Text(headline));
            writer.WriteElementString("StackTrace", Text(EvidenceText.Full(of, findings)));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void WriteDefinition(CaseResult of)
    {
        writer.WriteStartElement("UnitTest");
        Attribute("name", Name(of));
        Attribute("storage", assembly);
        Attribute("id", TestId(of));
        writer.WriteStartElement("TestCategory");
        Element("TestCategoryItem", ("TestCategory", KindNames.Of(of.Case.Kind)));
        Element("TestCategoryItem", ("TestCategory", Terms.Of(of.Case.Requirement.Level)));
        writer.WriteEndElement();
        Element("Execution", ("id", ExecutionId(of)));
        Element(
            "TestMethod",
            ("codeBase", assembly),
            ("adapterTypeName", "executor://conformance"),
            ("className", $"{assembly}.{KindNames.Of(of.Case.Kind)}"),
            ("name", of.Case.Id)
        );
        writer.WriteEndElement();
    }

    private void WriteSummary()
    {
        var executed = result.Cases.Length - result.Count(Verdict.Skipped);
        writer.WriteStartElement("ResultSummary");
        Attribute("outcome", result is { ExitCode: null or 0, WasInterrupted: false } ? "Completed" : "Failed");
        Element(
            "Counters",
            [
                .. new (string Name, int Count)[]
                {
                    ("total", result.Cases.Length),
                    ("executed", executed),
                    ("passed", result.Count(Verdict.Passed)),
                    ("failed", result.Count(Verdict.Failed)),
                    ("error", result.Count(Verdict.Error)),
                    ("timeout", 0),
                    ("aborted", 0),
                    ("inconclusive", result.Count(Verdict.Inconclusive)),
                    ("passedButRunAborted", 0),
                    ("notRunnable", 0),
                    ("notExecuted", result.Count(Verdict.Skipped)),
                    ("disconnected", 0),
                    ("warning", 0),
                    ("completed", 0),
                    ("inProgress", 0),
                    ("pending", 0),
                }.Select(c => (c.Name, c.Count.ToString(CultureInfo.InvariantCulture))),
            ]
        );
        writer.WriteEndElement();
    }

    private static string Outcome(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => "Passed",
            Verdict.Failed => "Failed",
            Verdict.Inconclusive => "Inconclusive",
            Verdict.Skipped => "NotExecuted",
            _ => "Error",
        };

    private string ExecutionId(CaseResult of) => AllureIds.OfExecution(result.Run, of.Case);

    private string TestId(CaseResult of) => Guid.ParseExact(AllureIds.OfTest(result.Run, of.Case), "N").ToString("D");

    private static string Name(CaseResult of) => $"{of.Case.Id} {of.Case.Title}";

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value);
        }

        writer.WriteEndElement();
    }

    private void Attribute(string name, string value) => writer.WriteAttributeString(name, Text(value));

    // Masked first: what is cut or replaced before would not be recognised as a secret.
    private string Text(string text) => XmlSafe.Clean(BodyText.Cut(options.Mask(text), options.MaxBodyCharacters));

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
}
