using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>When a delivery counts as received: <c>HTTP 2xx response within 30 seconds</c>.</summary>
internal static partial class SuccessCriteriaPhrase
{
    public const string Accepted = "'HTTP 2xx response within 30 seconds'";

    public static PhraseResult<TimeSpan> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var duration = DurationPhrase.Parse(match.Groups["duration"].Value);
        return match.Success && duration.IsUnderstood && duration.Value > TimeSpan.Zero
            ? duration
            : PhraseResult<TimeSpan>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^(an?\s+)?(HTTP\s+)?2xx(\s+(status|response))?\s+(with)?in\s+(?<duration>.+)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
