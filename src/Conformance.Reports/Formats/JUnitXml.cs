using System.Text;
using System.Xml;
using Conformance.Reports.JUnit;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// JUnit XML in the part of the format that every consumer takes: one suite for each kind of scenario, properties on
/// suites only, the reason in the text of an element and not only in its message.
/// </summary>
public sealed class JUnitXml : IRunReport
{
    private const string FileName = "junit.xml";
    private readonly ReportOptions options;
    private readonly OutputFolder folder;

    /// <summary>Makes the report.</summary>
    /// <param name="options">Where and how it is written.</param>
    public JUnitXml(ReportOptions options)
    {
        this.options = options;
        folder = new OutputFolder(options.Folder);
    }

    /// <inheritdoc />
    public string Key => "junit";

    /// <inheritdoc />
    public ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken)
    {
        // A run that is killed must not leave the results of the run before it for a build server to read.
        folder.Prepare(name => name == FileName);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(content, settings))
        {
            new JUnitDocument(writer, options, result).Write();
        }

        await folder.WriteAsync(FileName, content.ToArray(), cancellationToken);
        return Path.Combine(folder.FullPath, FileName);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
