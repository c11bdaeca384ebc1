namespace Conformance.Specification.Reading;

/// <summary>Lists of names in messages: sorted, and cut where they get long.</summary>
internal static class Listing
{
    private const int Most = 30;

    public static string Of(IReadOnlyCollection<string> names)
    {
        var sorted = names.Order(StringComparer.Ordinal).Take(Most);
        return string.Join(", ", sorted) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
    }
}
