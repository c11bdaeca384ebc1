using System.Globalization;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Limits;

/// <summary>Tells a client where it stands, on every answer of a limited operation (STANDARDS RTL-06).</summary>
internal static class LimitHeaders
{
    /// <summary>The reply with the declared headers.</summary>
    public static Reply Add(Reply reply, Allowance? allowance, RateLimitHeaders? headers)
    {
        if (allowance is null || headers is null)
        {
            return reply;
        }

        reply = Set(reply, headers.Limit?.Value, allowance.Limit);
        reply = Set(reply, headers.Remaining?.Value, allowance.Remaining);
        return Set(reply, headers.Reset?.Value, allowance.Reset.ToUnixTimeSeconds());
    }

    private static Reply Set(Reply reply, string? name, long value) =>
        name is null ? reply : reply.With(name, value.ToString(CultureInfo.InvariantCulture));
}
