using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Burst allowances: <c>150% for up to 30 seconds</c>, <c>1.5x for 30s</c>.</summary>
internal static partial class BurstPhrase
{
    public const string Accepted = "'150% for up to 30 seconds', '1.5x for up to 30 seconds'";

    public static PhraseResult<(decimal Factor, TimeSpan Duration)> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var duration = DurationPhrase.Parse(match.Groups["duration"].Value);
        if (!match.Success || !duration.IsUnderstood || match.Decimal("number") is not { } number)
        {
            return PhraseResult<(decimal, TimeSpan)>.NotUnderstood(Accepted);
        }

        var factor = match.Groups["percent"].Success ? number / 100 : number;
        return factor >= 1
            ? PhraseResult<(decimal, TimeSpan)>.Of((factor, duration.Value))
            : PhraseResult<(decimal, TimeSpan)>.NotUnderstood($"{Accepted}, with at least 100%");
    }

    [GeneratedRegex(
        @"^(?<number>\d{1,6}(\.\d{1,4})?)\s*((?<percent>%|percent)|x|times)(\s+of\s+the\s+limit)?\s+for\s+(up\s+to\s+|at\s+most\s+)?(?<duration>.+)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
