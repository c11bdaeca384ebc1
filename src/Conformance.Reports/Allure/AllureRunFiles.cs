using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>The files that describe the run as a whole.</summary>
internal static class AllureRunFiles
{
    /// <summary>
    /// How Allure sorts what did not pass. Its own four statuses are fewer than our verdicts: the others are told by
    /// the first word of the message.
    /// </summary>
    public static ImmutableArray<AllureCategory> Categories { get; } =
    [
        new("Requirement not met", "The target contradicts the specification.", null, [AllureStatus.Failed]),
        new(
            "Inconclusive",
            "The case could not be carried out; it is not counted as passed.",
            @"(?s)inconclusive: .*",
            [AllureStatus.Skipped]
        ),
        new(
            "Skipped",
            "Not selected, not applicable to this environment, or waived.",
            @"(?s)skipped: .*",
            [AllureStatus.Skipped]
        ),
        new("Defect of the suite or its configuration", "No verdict about the target.", null, [AllureStatus.Broken]),
        new("Flaky", "Failed, and passed when it was repeated.", @"(?s)flaky \(.*", [AllureStatus.Passed]),
        new("Warning", "Passed, but a recommendation is not followed.", @"(?s)warning: .*", [AllureStatus.Passed]),
    ];

    /// <summary>Who ran it.</summary>
    public static AllureExecutor Executor(RunDescription run, BuildServer server) =>
        new(
            server.Name,
            server.Type,
            server.Url,
            server.BuildOrder,
            server.BuildName ?? $"run {run.RunId}",
            server.BuildUrl,
            $"{run.Specification.Info.Title.Value} conformance"
        );

    /// <summary>What it ran against, as a properties file.</summary>
    public static byte[] Environment(RunDescription run, Func<string, string> mask)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Facts(run))
        {
            Append(text, name, isKey: true);
            text.Append(" = ");
            Append(text, mask(value), isKey: false);
            text.Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static IEnumerable<(string Name, string Value)> Facts(RunDescription run)
    {
        var specification = run.Specification;
        yield return ("Target", run.BaseUrl.ToString());
        yield return ("Environment", run.IsSimulated ? $"{run.Environment} (embedded simulator)" : run.Environment);
        yield return ("Specification", string.Join(", ", specification.Files));
        yield return ("Specification.Version", specification.Info.Version?.Value ?? "not given");
        yield return ("Specification.SHA-256", specification.Digest);
        yield return ("Seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("Run", run.RunId);
        yield return ("Conformance.Version", run.ToolVersion);
    }

    // Java reads properties files as Latin-1 and gives a meaning to these characters.
    private static void Append(StringBuilder text, string value, bool isKey)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c is '\\' || (isKey && c is ' ' or ':' or '=' or '#' or '!') ? $"\\{c}" : $"{c}");
            }
        }
    }
}
