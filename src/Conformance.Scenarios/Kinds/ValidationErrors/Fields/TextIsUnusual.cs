using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A text that no rule restricts has what people and attackers write: other scripts, markup, nothing at all.</summary>
internal sealed class TextIsUnusual : IFieldSituation
{
    // Letters beyond ASCII, right to left, beyond the basic plane, and one that is put together of two.
    private const string Scripts = "\u00d6l \u6771\u4eac \u05e9\u05dc \U0001F600 e\u0301";
    private const string Hostile = "O'Brien \"<script>alert(1)</script>\" ${7*7} {{7*7}} ; --";

    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (!field.IsFreeText)
        {
            yield break;
        }

        if (Fits(field, Scripts) && !field.IsReference)
        {
            yield return FieldProbe.Accepted(
                "other-scripts",
                "type",
                JsonValue.Create(Scripts),
                "text of many scripts"
            );
        }

        if (Fits(field, ""))
        {
            yield return FieldProbe.Open("empty-text", "minLength", JsonValue.Create(""), "which no minimum forbids");
        }

        if (Fits(field, Hostile))
        {
            yield return FieldProbe.Open("markup", "type", JsonValue.Create(Hostile), "markup and code");
        }

        if (Fits(field, "a\0b"))
        {
            yield return FieldProbe.Open("nul", "type", JsonValue.Create("a\0b"), "with a NUL character") with
            {
                IsJsonOnly = true,
            };
        }
    }

    private static bool Fits(FieldUnderTest field, string text)
    {
        var length = CodePoints.Count(text);
        return length >= (field.Schema.MinLength ?? 0) && length <= (field.Schema.MaxLength ?? int.MaxValue);
    }
}
