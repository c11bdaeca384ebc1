namespace Conformance.Simulator.Limits;

/// <summary>A bucket as large as the burst that fills at the published rate (STANDARDS C.2, reading B3).</summary>
internal sealed class TokenBucket : Meter
{
    private double _tokens = double.MaxValue;
    private DateTimeOffset _filled;

    /// <inheritdoc />
    public override Allowance Measure(LimitTerms terms, DateTimeOffset now, bool consume)
    {
        var rate = terms.Published / terms.Window.TotalSeconds;
        var gained = _tokens is double.MaxValue ? 0 : Math.Max(0, (now - _filled).TotalSeconds) * rate;
        (_tokens, _filled) = (Math.Min(terms.Admitted, _tokens + gained), now);
        var isAdmitted = _tokens >= 1;
        _tokens -= consume && isAdmitted ? 1 : 0;

        var next = WholeSecond(now + TimeSpan.FromSeconds(Math.Max(0, 1 - _tokens) / rate));
        var full = WholeSecond(now + TimeSpan.FromSeconds((terms.Admitted - _tokens) / rate));
        var remaining = Math.Min(terms.Published, (long)_tokens);
        return new(isAdmitted, terms.Published, remaining, full, SecondsUntil(next, now));
    }
}
