using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>How old a delivery may be: <c>Reject if timestamp &gt; 5 minutes old</c>.</summary>
internal static partial class ReplayPreventionPhrase
{
    public const string Accepted =
        "'Reject if timestamp > 5 minutes old', 'Reject if timestamp is older than 5 minutes'";

    public static PhraseResult<TimeSpan> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var duration = DurationPhrase.Parse(match.Groups["duration"].Value);
        return match.Success && duration.IsUnderstood && duration.Value > TimeSpan.Zero
            ? duration
            : PhraseResult<TimeSpan>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^reject\s+(if|when)\s+(the\s+)?timestamp\s+(is\s+)?(>|more\s+than|older\s+than)\s*(?<duration>.+?)(\s+old)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
