using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A value is one of the listed ones, or none of them though it looks like one.</summary>
internal sealed class ValueIsNoMember : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        var members = field.Schema.Const is { } constant ? [constant] : field.Schema.Enum;
        if (members.IsDefaultOrEmpty)
        {
            yield break;
        }

        var keyword = field.Schema.Const is null ? "enum" : "const";
        foreach (var member in members)
        {
            var text = member.ToString();
            yield return FieldProbe.Accepted(
                $"member-{text}",
                keyword,
                JsonNode.Parse(member.GetRawText()),
                "one of the listed values"
            );
        }

        var texts = members.Where(m => m.ValueKind is JsonValueKind.String).Select(m => m.GetString()!).ToList();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, text) in texts.Count == 0 || texts[0].Length == 0 ? [] : Strangers(texts[0]))
        {
            if (!texts.Contains(text, StringComparer.Ordinal) && tried.Add(text))
            {
                yield return FieldProbe.Refused(id, keyword, JsonValue.Create(text), "not one of the listed values");
            }
        }
    }

    private static IEnumerable<(string Id, string Text)> Strangers(string member)
    {
        yield return ("unknown-member", "no-such-value");
        yield return ("member-in-upper-case", member.ToUpperInvariant());
        yield return ("member-in-lower-case", member.ToLowerInvariantText());
        yield return ("member-with-capital", string.Concat(member[..1].ToUpperInvariant(), member.AsSpan(1)));
        yield return ("member-with-space", member + " ");
        yield return ("empty-instead-of-member", "");
    }
}
