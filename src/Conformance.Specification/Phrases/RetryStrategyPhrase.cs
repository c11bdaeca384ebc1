using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Specification.Phrases;

/// <summary>Retry strategies as the source text writes them: <c>Retry with exponential backoff (max 3 attempts)</c>.</summary>
internal static partial class RetryStrategyPhrase
{
    public const string Accepted =
        "'Do not retry', 'Do not retry - REASON', 'Refresh token and retry once', 'Fetch current state and reconcile', "
        + "'Wait for Retry-After header duration', 'Retry with exponential backoff (max 3 attempts)', "
        + "or a mapping {action: backoff, max_attempts: 3, initial_delay: '1 second'}";

    public static PhraseResult<RetryStrategy> Parse(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        if (trimmed.Length > 300)
        {
            return PhraseResult<RetryStrategy>.NotUnderstood(Accepted);
        }

        var bound = Bound().Match(trimmed) is { Success: true } match ? match.Integer("max") : null;
        return Never().IsMatch(trimmed) ? Of(RetryKind.None, UsualBound(RetryKind.None))
            : Once().IsMatch(trimmed) ? Of(RetryKind.OnceAfterRefresh, UsualBound(RetryKind.OnceAfterRefresh))
            : Reconcile().IsMatch(trimmed) ? Of(RetryKind.Reconcile, UsualBound(RetryKind.Reconcile))
            : AfterHeader().IsMatch(trimmed) ? Of(RetryKind.AfterHeader, bound)
            : Backoff().IsMatch(trimmed) ? Of(RetryKind.Backoff, bound)
            : PhraseResult<RetryStrategy>.NotUnderstood(Accepted);
    }

    /// <summary>How often at most, where that follows from what is done; null where it does not.</summary>
    public static int? UsualBound(RetryKind kind) =>
        kind switch
        {
            RetryKind.None => 0,
            RetryKind.OnceAfterRefresh or RetryKind.Reconcile => 1,
            _ => null,
        };

    /// <summary>The phrase of a strategy.</summary>
    public static string Write(RetryStrategy strategy)
    {
        var bound = strategy.MaxAttempts is { } most
            ? string.Create(CultureInfo.InvariantCulture, $" (max {most} attempts)")
            : "";
        return strategy.Kind switch
        {
            RetryKind.None => "Do not retry",
            RetryKind.OnceAfterRefresh => "Refresh token and retry once",
            RetryKind.Reconcile => "Fetch current state and reconcile",
            RetryKind.AfterHeader => $"Wait for Retry-After header duration{bound}",
            _ => $"Retry with exponential backoff{bound}",
        };
    }

    private static PhraseResult<RetryStrategy> Of(RetryKind kind, int? most) =>
        PhraseResult<RetryStrategy>.Of(new RetryStrategy(kind, most));

    [GeneratedRegex(
        @"^((do\s+not|don't|never)\s+retry|no\s+retr(y|ies)|not\s+retryable)(\s*[-–—:;,(].*)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Never();

    [GeneratedRegex(
        @"^(refresh|renew|re-?request)\s+(the\s+)?(access\s+)?token(\s+and|,?\s+then)\s+retry\s+once$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Once();

    [GeneratedRegex(
        @"^(fetch|read|get)\s+(the\s+)?current\s+state(\s+and|,?\s+then)\s+reconcile$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Reconcile();

    [GeneratedRegex(
        @"^(wait|retry\s+after|hono(u)?r|respect)\s+(for\s+)?(the\s+)?(duration\s+of\s+the\s+)?Retry-After(\s+header)?(\s+duration)?(\s*\(.*\))?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex AfterHeader();

    [GeneratedRegex(
        @"^((retry|try\s+again)(\s+(up\s+to|at\s+most)\s+\d{1,4}\s+times)?\s+with\s+)?(exponential|growing)\s+back-?off(\s*[(,].*)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Backoff();

    [GeneratedRegex(
        @"(max|at\s+most|up\s+to)\.?\s+(?<max>\d{1,4})\s+(attempts?|retries|times)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Bound();
}
