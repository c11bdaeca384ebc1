using System.Globalization;

namespace Conformance.Settings;

/// <summary>How many inconclusive cases a gate admits: a number, or <c>all</c>.</summary>
/// <param name="Count">The number; null for any.</param>
public sealed record InconclusiveAllowance(int? Count)
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Forms = "a number of cases, or all";

    /// <summary>Reads an allowance; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static InconclusiveAllowance? Parse(string text)
    {
        if (text.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return new(Count: null);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new(count) : null;
    }
}
