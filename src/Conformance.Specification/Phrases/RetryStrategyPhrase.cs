using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>What a client does about an error.</summary>
internal enum RetryKind
{
    /// <summary>It does not try again.</summary>
    None,

    /// <summary>It gets a new token and tries once more.</summary>
    OnceAfterRefresh,

    /// <summary>It waits as long as the response says.</summary>
    AfterHeader,

    /// <summary>It tries again after growing pauses.</summary>
    Backoff,

    /// <summary>It reads the resource and decides anew.</summary>
    Reconcile,
}

/// <summary>A retry strategy.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="MaxAttempts">How often at most; null when unbounded.</param>
internal sealed record RetryStrategy(RetryKind Kind, int? MaxAttempts);

/// <summary>Retry strategies as the source text writes them: <c>Retry with exponential backoff (max 3 attempts)</c>.</summary>
internal static partial class RetryStrategyPhrase
{
    public const string Accepted =
        "'Do not retry', 'Do not retry - REASON', 'Refresh token and retry once', 'Fetch current state and reconcile', "
        + "'Wait for Retry-After header duration', 'Retry with exponential backoff (max 3 attempts)'";

    public static PhraseResult<RetryStrategy> Parse(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        if (trimmed.Length > 300)
        {
            return PhraseResult<RetryStrategy>.NotUnderstood(Accepted);
        }

        var bound = Bound().Match(trimmed) is { Success: true } match ? match.Integer("max") : null;
        return Never().IsMatch(trimmed) ? Of(RetryKind.None, 0)
            : Once().IsMatch(trimmed) ? Of(RetryKind.OnceAfterRefresh, 1)
            : Reconcile().IsMatch(trimmed) ? Of(RetryKind.Reconcile, 1)
            : AfterHeader().IsMatch(trimmed) ? Of(RetryKind.AfterHeader, bound)
            : Backoff().IsMatch(trimmed) ? Of(RetryKind.Backoff, bound)
            : PhraseResult<RetryStrategy>.NotUnderstood(Accepted);
    }

    private static PhraseResult<RetryStrategy> Of(RetryKind kind, int? most) =>
        PhraseResult<RetryStrategy>.Of(new RetryStrategy(kind, most));

    [GeneratedRegex(@"^(do\s+not|don't|never)\s+retry(\s*[-–—:;,(].*)?$", Words.Options, Words.Timeout)]
    private static partial Regex Never();

    [GeneratedRegex(
        @"^(refresh|renew|re-?request)\s+(the\s+)?token\s+and\s+retry\s+once$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Once();

    [GeneratedRegex(@"^fetch\s+(the\s+)?current\s+state\s+and\s+reconcile$", Words.Options, Words.Timeout)]
    private static partial Regex Reconcile();

    [GeneratedRegex(
        @"^(wait|retry\s+after)\s+(for\s+)?(the\s+)?(duration\s+of\s+the\s+)?Retry-After(\s+header)?(\s+duration)?(\s*\(.*\))?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex AfterHeader();

    [GeneratedRegex(@"^retry\s+with\s+exponential\s+back-?off(\s*[(,].*)?$", Words.Options, Words.Timeout)]
    private static partial Regex Backoff();

    [GeneratedRegex(
        @"(max|at\s+most|up\s+to)\.?\s+(?<max>\d{1,4})\s+(attempts?|retries|times)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Bound();
}
