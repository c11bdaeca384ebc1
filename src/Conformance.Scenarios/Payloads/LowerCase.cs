namespace Conformance.Scenarios.Payloads;

/// <summary>Lower case where the field's own rules ask for it (names, e-mail addresses), which the analyzer advises against in general.</summary>
internal static class LowerCase
{
    /// <summary>The text in lower case, culture aside.</summary>
#pragma warning disable CA1308
    public static string ToLowerInvariantText(this string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
