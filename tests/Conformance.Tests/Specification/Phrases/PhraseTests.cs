using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Phrases;

/// <summary>Every short form: what is understood, what it means, and what is not understood.</summary>
public sealed class PhraseTests
{
    [TestCase("Immediate", 0)]
    [TestCase("1 minute", 60)]
    [TestCase("30 minutes", 1_800)]
    [TestCase("2 hours", 7_200)]
    [TestCase("30s", 30)]
    [TestCase("500ms", 0.5)]
    [TestCase("1h 30m", 5_400)]
    [TestCase("1 hour and 30 minutes", 5_400)]
    [TestCase("PT24H", 86_400)]
    [TestCase("P1DT2H", 93_600)]
    [TestCase("P2W", 1_209_600)]
    [TestCase("PT0.5S", 0.5)]
    public void A_duration_is_understood(string text, double seconds) =>
        DurationPhrase.Parse(text).Value.TotalSeconds.Should().Be(seconds);

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("30")]
    [TestCase("-1 minute")]
    [TestCase("P1M")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("999999999999 weeks")]
    [TestCase("1 minute later")]
    public void A_duration_is_not_guessed(string text)
    {
        DurationPhrase.Parse(text).IsUnderstood.Should().BeFalse();
        DurationPhrase.Parse(text).Accepted.Should().Contain("PT24H");
    }

    [TestCase("300", 300)]
    [TestCase("5 minutes", 300)]
    public void A_key_in_seconds_takes_a_bare_number(string text, double seconds) =>
        DurationPhrase.ParseSeconds(text).Value.TotalSeconds.Should().Be(seconds);

    [TestCase("100 requests/minute", 100, 60)]
    [TestCase("100 requests per minute", 100, 60)]
    [TestCase("5 per second", 5, 1)]
    [TestCase("5/s", 5, 1)]
    [TestCase("1000 requests per 5 minutes", 1_000, 300)]
    [TestCase("10000 requests/day", 10_000, 86_400)]
    public void A_rate_is_understood(string text, int requests, double seconds) =>
        RatePhrase.Parse(text).Value.Should().Be((requests, TimeSpan.FromSeconds(seconds)));

    [TestCase("100")]
    [TestCase("0 requests/minute")]
    [TestCase("many requests/minute")]
    [TestCase("100 requests/fortnight")]
    [TestCase("99999999999 requests/minute")]
    public void A_rate_is_not_guessed(string text) => RatePhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("150% for up to 30 seconds", 1.5, 30)]
    [TestCase("1.5x for 30s", 1.5, 30)]
    [TestCase("200 % of the limit for at most 1 minute", 2, 60)]
    public void A_burst_is_understood(string text, double factor, double seconds) =>
        BurstPhrase.Parse(text).Value.Should().Be(((decimal)factor, TimeSpan.FromSeconds(seconds)));

    [TestCase("150%")]
    [TestCase("50% for 30 seconds")]
    [TestCase("a lot for 30 seconds")]
    public void A_burst_is_not_guessed(string text) => BurstPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("10x production limits", 10)]
    [TestCase("Same as production", 1)]
    [TestCase("same", 1)]
    [TestCase("50% of production limits", 0.5)]
    [TestCase("2.5", 2.5)]
    public void A_factor_is_understood(string text, double factor) =>
        FactorPhrase.Parse(text).Value.Should().Be((decimal)factor);

    [TestCase("generous")]
    [TestCase("0x production limits")]
    public void A_factor_is_not_guessed(string text) => FactorPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("<200ms", 200)]
    [TestCase("< 1.5 s", 1_500)]
    [TestCase("under 200 ms", 200)]
    public void A_latency_is_understood(string text, double milliseconds) =>
        LatencyPhrase.Parse(text).Value.TotalMilliseconds.Should().Be(milliseconds);

    [TestCase("fast")]
    [TestCase(">200ms")]
    [TestCase("<0ms")]
    public void A_latency_is_not_guessed(string text) => LatencyPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("99.9%", 99.9)]
    [TestCase("99.95 %", 99.95)]
    [TestCase("100", 100)]
    public void A_percentage_is_understood(string text, double percent) =>
        PercentPhrase.Parse(text).Value.Should().Be((decimal)percent);

    [TestCase("101%")]
    [TestCase("three nines")]
    public void A_percentage_is_not_guessed(string text) => PercentPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("created_at descending", "created_at", true)]
    [TestCase("Name  ASC", "Name", false)]
    [TestCase("meta.rank desc", "meta.rank", true)]
    public void An_order_is_understood(string text, string field, bool isDescending) =>
        OrderPhrase.Parse(text).Value.Should().Be(new ListOrder(field, isDescending));

    [TestCase("newest first")]
    [TestCase("created_at")]
    [TestCase("created_at, name desc")]
    public void An_order_is_not_guessed(string text) => OrderPhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [TestCase("Sundays 02:00-04:00 UTC", DayOfWeek.Sunday, 2, 4)]
    [TestCase("every Wednesday 22:00 to 2:00 UTC", DayOfWeek.Wednesday, 22, 2)]
    [TestCase("Tue 02:00–04:00 GMT", DayOfWeek.Tuesday, 2, 4)]
    public void A_maintenance_window_is_understood(string text, DayOfWeek day, int from, int to) =>
        MaintenancePhrase.Parse(text).Value.Should().Be((day, new TimeOnly(from, 0), new TimeOnly(to, 0)));

    [TestCase("Sundays 02:00-04:00")]
    [TestCase("Sundays 02:00-02:00 UTC")]
    [TestCase("Sundays 25:00-26:00 UTC")]
    [TestCase("Someday 02:00-04:00 UTC")]
    public void A_maintenance_window_is_not_guessed(string text) =>
        MaintenancePhrase.Parse(text).IsUnderstood.Should().BeFalse();

    [Test]
    public void What_a_receiver_owes_is_understood()
    {
        SuccessCriteriaPhrase.Parse("HTTP 2xx response within 30 seconds").Value.TotalSeconds.Should().Be(30);
        SuccessCriteriaPhrase.Parse("2xx within 30 seconds").Value.TotalSeconds.Should().Be(30);
        SuccessCriteriaPhrase.Parse("OK soon").IsUnderstood.Should().BeFalse();
        ReplayPreventionPhrase.Parse("Reject if timestamp > 5 minutes old").Value.TotalMinutes.Should().Be(5);
        ReplayPreventionPhrase.Parse("Reject when the timestamp is older than 300s").Value.TotalMinutes.Should().Be(5);
        ReplayPreventionPhrase.Parse("Be careful").IsUnderstood.Should().BeFalse();
    }

    [TestCase("Bearer Token (OAuth 2.0)", AuthenticationType.OAuth2ClientCredentials)]
    [TestCase("OAuth 2.0", AuthenticationType.OAuth2ClientCredentials)]
    [TestCase("API Key", AuthenticationType.ApiKey)]
    [TestCase("api_key", AuthenticationType.ApiKey)]
    [TestCase("JWT", AuthenticationType.BearerToken)]
    [TestCase("Bearer Token", AuthenticationType.BearerToken)]
    [TestCase("mTLS", AuthenticationType.MutualTls)]
    [TestCase("Mutual TLS", AuthenticationType.MutualTls)]
    public void A_kind_of_authentication_is_understood(string text, AuthenticationType type) =>
        AuthenticationPhrase.Parse(text).Value.Should().Be(type);

    [TestCase("sandbox", EnvironmentKind.Sandbox)]
    [TestCase("dev-2", EnvironmentKind.Sandbox)]
    [TestCase("staging", EnvironmentKind.Staging)]
    [TestCase("pre-production", EnvironmentKind.Staging)]
    [TestCase("production", EnvironmentKind.Production)]
    [TestCase("live", EnvironmentKind.Production)]
    [TestCase("eu-1", EnvironmentKind.Production)]
    public void An_unknown_environment_is_taken_for_live(string name, EnvironmentKind kind) =>
        EnvironmentKindPhrase.OfName(name).Should().Be(kind);

    [TestCase("Do not retry", RetryKind.None, 0)]
    [TestCase("Do not retry - fix request and resubmit", RetryKind.None, 0)]
    [TestCase("Refresh token and retry once", RetryKind.OnceAfterRefresh, 1)]
    [TestCase("Fetch current state and reconcile", RetryKind.Reconcile, 1)]
    [TestCase("Wait for Retry-After header duration", RetryKind.AfterHeader, null)]
    [TestCase("Retry with exponential backoff (max 3 attempts)", RetryKind.Backoff, 3)]
    [TestCase("Retry with exponential backoff", RetryKind.Backoff, null)]
    [TestCase("Exponential backoff, max 3 attempts", RetryKind.Backoff, 3)]
    [TestCase("Retry up to 5 times with growing backoff", RetryKind.Backoff, 5)]
    [TestCase("No retry", RetryKind.None, 0)]
    [TestCase("Refresh the access token, then retry once", RetryKind.OnceAfterRefresh, 1)]
    [TestCase("Honour the Retry-After header", RetryKind.AfterHeader, null)]
    [TestCase("Read the current state, then reconcile", RetryKind.Reconcile, 1)]
    public void A_retry_strategy_is_understood(string text, object kind, int? most) =>
        RetryStrategyPhrase.Parse(text).Value.Should().Be(new RetryStrategy((RetryKind)kind, most));

    [TestCase("Retry, maybe")]
    [TestCase("Call us")]
    public void A_retry_strategy_is_not_guessed(string text) =>
        RetryStrategyPhrase.Parse(text).IsUnderstood.Should().BeFalse();
}
