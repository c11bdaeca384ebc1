using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>What all grammars share: options of their expressions, and numbers out of matches.</summary>
internal static class Words
{
    public const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>No phrase is long, so no match takes long; the bound is for the hostile ones.</summary>
    public const int Timeout = 1_000;

    public static decimal? Decimal(this Match match, string group) =>
        decimal.TryParse(
            match.Groups[group].Value,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    public static int? Integer(this Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
