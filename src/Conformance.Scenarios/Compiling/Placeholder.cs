using System.Text.RegularExpressions;
using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Compiling;

/// <summary>Reads values such as <c>{CLIENT_ID}</c>: upper case comes from the configuration, anything else is meant literally.</summary>
internal static partial class Placeholder
{
    /// <summary>Where the value comes from.</summary>
    public static ValueSource Of(string text) =>
        Configured().Match(text) is { Success: true } match
            ? new ValueSource.Configured(match.Groups[1].Value)
            : new ValueSource.Literal(text);

    [GeneratedRegex(@"^\{([A-Z][A-Z0-9_]*)\}$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Configured();
}
