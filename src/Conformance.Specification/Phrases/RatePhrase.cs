using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>Rates: <c>100 requests/minute</c>, <c>5 per second</c>, <c>1000 requests per 5 minutes</c>.</summary>
internal static partial class RatePhrase
{
    public const string Accepted = "'100 requests/minute', '100 requests per minute', '1000 requests per 5 minutes'";

    public static PhraseResult<(int Requests, TimeSpan Window)> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success || match.Integer("requests") is not ({ } requests and > 0))
        {
            return PhraseResult<(int, TimeSpan)>.NotUnderstood(Accepted);
        }

        var count = match.Groups["count"].Success ? match.Groups["count"].Value : "1";
        var window = DurationPhrase.Parse($"{count} {match.Groups["unit"].Value}");
        return window.IsUnderstood && window.Value > TimeSpan.Zero
            ? PhraseResult<(int, TimeSpan)>.Of((requests, window.Value))
            : PhraseResult<(int, TimeSpan)>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(
        @"^(?<requests>\d{1,9})\s*(requests?|reqs?|calls?)?\s*(/|per|every|a|an)\s*((?<count>\d{1,6})\s*)?(?<unit>s|sec|seconds?|m|min|minutes?|h|hr|hours?|d|days?)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
