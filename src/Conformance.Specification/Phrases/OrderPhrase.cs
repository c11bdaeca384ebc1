using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Specification.Phrases;

/// <summary>Orders of lists: <c>created_at descending</c>, <c>name asc</c>.</summary>
internal static partial class OrderPhrase
{
    public const string Accepted = "'created_at descending', 'name ascending'";

    public static PhraseResult<ListOrder> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return match.Success
            ? PhraseResult<ListOrder>.Of(
                new(
                    match.Groups["field"].Value,
                    match.Groups["way"].Value.StartsWith("d", StringComparison.OrdinalIgnoreCase)
                )
            )
            : PhraseResult<ListOrder>.NotUnderstood(Accepted);
    }

    [GeneratedRegex(@"^(?<field>[\w.$-]+)\s+(?<way>asc|ascending|desc|descending)$", Words.Options, Words.Timeout)]
    private static partial Regex Form();
}
