using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>The time of an attempt, as a delivery states it.</summary>
/// <param name="Text">As it was sent; null when it was not.</param>
/// <param name="Moment">The time; null when the text is none in a form that is right.</param>
internal sealed partial record DeliveryTimestamp(string? Text, DateTimeOffset? Moment)
{
    private static readonly long Year2100 = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>The forms that are right, in words.</summary>
    /// <param name="security">Signature and replay prevention.</param>
    public static string FormOf(WebhookSecurity security) =>
        Format(security) switch
        {
            "unix-seconds" => "the seconds since 1970, as digits",
            "rfc3339" => "a date and time such as 2026-01-15T10:30:00Z",
            _ => "the seconds since 1970, or a date and time such as 2026-01-15T10:30:00Z",
        };

    /// <summary>Reads it; null when none is declared.</summary>
    /// <param name="delivery">The delivery.</param>
    public static DeliveryTimestamp? Of(SeenDelivery delivery)
    {
        if (delivery.Webhooks.Security is not { } security || DeliveryHeaders.TimestampOf(security) is not { } header)
        {
            return null;
        }

        var value = delivery.Header(header);
        var text = security.Scheme is WebhookScheme.Stripe ? StripeTime().Match(value ?? "").Groups[1].Value : value;
        return string.IsNullOrEmpty(text) ? new(null, null) : new(text, Parse(text, Format(security)));
    }

    private static string? Format(WebhookSecurity security) =>
        security.Scheme is WebhookScheme.Stripe or WebhookScheme.StandardWebhooks
            ? "unix-seconds"
            : security.TimestampFormat?.Value;

    private static DateTimeOffset? Parse(string text, string? format) =>
        format switch
        {
            "unix-seconds" => Seconds(text),
            "rfc3339" => Date(text),
            _ => Seconds(text) ?? Milliseconds(text) ?? Date(text),
        };

    private static DateTimeOffset? Seconds(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < Year2100
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? Milliseconds(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms / 1000 < Year2100
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateForm().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    [GeneratedRegex(@"(?:^|,)\s*t=([^,\s]+)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex StripeTime();

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex DateForm();
}
