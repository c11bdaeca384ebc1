using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.RunWide;

/// <summary>Reads the idempotency key of a request.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The key a request carried; null when it carried none, or the operation knows none.</summary>
    /// <param name="seen">The exchange.</param>
    public static string? Of(SeenExchange seen) =>
        seen.Endpoint?.Idempotency?.Header.Value is { } header
            ? seen
                .Exchange.Request.Headers.Where(h => h.Key.Equals(header, StringComparison.OrdinalIgnoreCase))
                .Select(h => h.Value)
                .FirstOrDefault()
            : null;
}
