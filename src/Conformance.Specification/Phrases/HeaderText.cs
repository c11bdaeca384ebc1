using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Phrases;

/// <summary>
/// What a header's text says of its value: a type in words (<c>string (UUID) - for request tracing</c>), a value
/// (<c>application/json</c>), a value with a placeholder (<c>Bearer {access_token}</c>), or mere prose.
/// </summary>
internal static partial class HeaderText
{
    /// <summary>What a request must send.</summary>
    public static SchemaNode OfRequest(Located<string> text)
    {
        if (TypeDescription.TryParse(text.Value) is { } words)
        {
            return words.ToSchema(text.Location);
        }

        return IsValue(text.Value) ? Plain(text) with { Const = YamlJson.Text(text.Value) } : Plain(text);
    }

    /// <summary>What a response sends: a value that is written out is an example, and digits stay digits.</summary>
    public static SchemaNode OfResponse(Located<string> text)
    {
        if (TypeDescription.TryParse(text.Value) is { } words)
        {
            return words.ToSchema(text.Location);
        }

        var isNumber = text.Value.Length > 0 && text.Value.All(char.IsAsciiDigit);
        return Plain(text) with
        {
            Pattern = isNumber ? "^[0-9]+$" : null,
            Examples = isNumber || IsValue(text.Value) ? [new(YamlJson.Text(text.Value), text.Location)] : [],
            InferredFromExample = isNumber,
        };
    }

    /// <summary>One word, or a media type with parameters: a value. Several words are prose.</summary>
    private static bool IsValue(string text) =>
        !text.Contains('{', StringComparison.Ordinal) && ValueForm().IsMatch(text.Trim());

    private static SchemaNode Plain(Located<string> text) =>
        new()
        {
            Location = text.Location,
            KeywordLocations = ImmutableDictionary<string, SourceLocation>.Empty,
            Types = JsonTypes.String,
            Description = text.Value,
        };

    [GeneratedRegex(@"^(\S+|[\w.+-]+/[\w.+*-]+(\s*;\s*[\w-]+=\S+)*)$", Words.Options, Words.Timeout)]
    private static partial Regex ValueForm();
}
