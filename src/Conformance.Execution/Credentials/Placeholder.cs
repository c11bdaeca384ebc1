using System.Text.RegularExpressions;

namespace Conformance.Execution.Credentials;

/// <summary>Placeholders such as <c>{CLIENT_ID}</c> in values of the specification.</summary>
internal static partial class Placeholder
{
    /// <summary>Variable of an API key whose placeholder the specification does not name.</summary>
    public const string ApiKey = "API_KEY";

    /// <summary>Variable of a pre-issued token whose placeholder the specification does not name.</summary>
    public const string AccessToken = "ACCESS_TOKEN";

    /// <summary>Variables that are read without being named in the specification.</summary>
    public static IEnumerable<string> DefaultNames => [ApiKey, AccessToken];

    /// <summary>The names in a text, without braces, in upper case: a value that nothing in the run provides is configured.</summary>
    public static IEnumerable<string> NamesIn(string text) =>
        Pattern().Matches(text).Select(m => m.Groups[1].Value.ToUpperInvariant());

    /// <summary>The text with its placeholders replaced; names without a value are added to <paramref name="missing"/>.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, ICollection<string> missing) =>
        Pattern()
            .Replace(
                text,
                match =>
                {
                    var name = match.Groups[1].Value;
                    if (
                        values.TryGetValue(name, out var value)
                        || values.TryGetValue(name.ToUpperInvariant(), out value)
                    )
                    {
                        return value;
                    }

                    missing.Add(name.ToUpperInvariant());
                    return match.Value;
                }
            );

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.None, 10_000)]
    private static partial Regex Pattern();
}
