using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Response times: <c>&lt;200ms</c>, <c>under 1 second</c>, <c>200 ms</c>.</summary>
internal static partial class LatencyPhrase
{
    public const string Accepted = "'<200ms', 'under 200 ms', '1 second'";

    public static PhraseResult<TimeSpan> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var duration = DurationPhrase.Parse(match.Groups["duration"].Value);
        return match.Success && duration.IsUnderstood && duration.Value > TimeSpan.Zero
            ? duration
            : PhraseResult<TimeSpan>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^(<=?|≤|under|below|less\s+than|at\s+most|max)?\s*(?<duration>\d.*)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
