using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Percentages: <c>99.9%</c>.</summary>
internal static partial class PercentPhrase
{
    public const string Accepted = "'99.9%'";

    public static PhraseResult<decimal> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return match.Success && match.Decimal("number") is { } number and <= 100
            ? PhraseResult<decimal>.Of(number)
            : PhraseResult<decimal>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^(>=?|≥|at\s+least)?\s*(?<number>\d{1,3}(\.\d{1,6})?)\s*(%|percent)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
