using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>How an environment's limits compare with the published ones: <c>10x production limits</c>.</summary>
internal static partial class FactorPhrase
{
    public const string Accepted =
        "'Same as production', '10x production limits', '50% of production limits', or a number";

    public static PhraseResult<decimal> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return PhraseResult<decimal>.NotUnderstood(Accepted);
        }

        var factor = match.Groups["same"].Success ? 1m : match.Decimal("number");
        if (match.Groups["percent"].Success)
        {
            factor /= 100;
        }

        return factor > 0 ? PhraseResult<decimal>.Of(factor.Value) : PhraseResult<decimal>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^((?<same>(the\s+)?same(\s+as\s+(in\s+)?production)?(\s+limits)?)|(?<number>\d{1,6}(\.\d{1,4})?)\s*(x|times|(?<percent>%|percent))?(\s+(of\s+)?(the\s+)?production(\s+limits)?)?)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
