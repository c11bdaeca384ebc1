using System.Globalization;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver.Judging;

/// <summary>What is asked of every answer.</summary>
/// <param name="SuccessTimeout">How long a receiver may take to accept; null when nothing is declared.</param>
internal sealed record AnswerLimits(TimeSpan? SuccessTimeout);

/// <summary>Whether an answer is what was asked for.</summary>
internal static class AnswerJudging
{
    /// <summary>Whether it is 2xx, in time.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="limits">The limits.</param>
    public static bool IsAccepted(Exchange exchange, AnswerLimits limits) =>
        Is2xx(exchange) && IsInTime(exchange, limits);

    /// <summary>Whether it is what a rule asks for; for rules about one answer.</summary>
    /// <param name="kind">The rule.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="limits">The limits.</param>
    public static bool Holds(AnswerKind kind, Exchange exchange, AnswerLimits limits) =>
        kind switch
        {
            AnswerKind.Accepted => IsAccepted(exchange, limits),
            AnswerKind.Refused => Is4xx(exchange),
            AnswerKind.RefusedOrClosed => Is4xx(exchange) || exchange.Failure?.Kind is TransportFailureKind.Protocol,
            AnswerKind.NoServerError => exchange.Response?.Status is < 500 && IsInTime(exchange, limits),
            AnswerKind.WeaknessWhenAccepted => !Is2xx(exchange),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a rule about one answer."),
        };

    /// <summary>What would have been right, in words.</summary>
    /// <param name="kind">The rule.</param>
    /// <param name="limits">The limits.</param>
    public static string Expected(AnswerKind kind, AnswerLimits limits) =>
        kind switch
        {
            AnswerKind.Accepted => $"2xx{Within(limits)}",
            AnswerKind.Refused => "4xx, such as 400 or 401",
            AnswerKind.RefusedOrClosed => "4xx, such as 413, or a closed connection",
            AnswerKind.NoServerError => $"any answer but 5xx{Within(limits)}",
            AnswerKind.OneAccepted => "2xx for at least one of them, and no server error but 503",
            _ => "nothing",
        };

    /// <summary>What came, in words.</summary>
    /// <param name="exchange">The exchange.</param>
    public static string Answer(Exchange exchange) =>
        exchange.Response is { } response
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{response.Status} {response.Reason}, after {exchange.Duration.TotalSeconds:0.###} s"
            )
            : exchange.Failure?.Message ?? "no answer";

    /// <summary>Whether one of several is accepted and none breaks down.</summary>
    /// <param name="exchanges">The exchanges.</param>
    /// <param name="limits">The limits.</param>
    public static bool IsOneAccepted(IReadOnlyCollection<Exchange> exchanges, AnswerLimits limits) =>
        exchanges.Any(e => IsAccepted(e, limits)) && exchanges.All(e => e.Response?.Status is < 500 or 503);

    private static bool Is2xx(Exchange exchange) => exchange.Response?.Status is >= 200 and < 300;

    private static bool Is4xx(Exchange exchange) => exchange.Response?.Status is >= 400 and < 500;

    private static bool IsInTime(Exchange exchange, AnswerLimits limits) =>
        exchange.Duration <= (limits.SuccessTimeout ?? TimeSpan.MaxValue);

    private static string Within(AnswerLimits limits) =>
        limits.SuccessTimeout is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $" within {limit.TotalSeconds:0.###} s")
            : "";
}
