using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>What a keyword of a field's definition says, in a sentence.</summary>
internal static class FieldSentences
{
    /// <summary>The sentence.</summary>
    /// <param name="subject">The field and where it is, for example <c>items[].quantity of POST /api/v1/orders</c>.</param>
    /// <param name="keyword">JSON-Schema keyword.</param>
    /// <param name="schema">The field's definition.</param>
    public static string Of(string subject, string keyword, SchemaNode schema) =>
        keyword switch
        {
            "required" => $"The target MUST refuse a request without {subject}.",
            "optional" => $"The target MUST accept a request without {subject}, which is optional.",
            "type" => $"The target MUST refuse {subject} of another type than declared.",
            "minimum" => $"The target MUST accept {subject} from {Text(schema.Minimum)} and refuse less.",
            "maximum" => $"The target MUST accept {subject} up to {Text(schema.Maximum)} and refuse more.",
            "exclusiveMinimum" =>
                $"The target MUST accept {subject} above {Text(schema.ExclusiveMinimum)} and refuse others.",
            "exclusiveMaximum" =>
                $"The target MUST accept {subject} below {Text(schema.ExclusiveMaximum)} and refuse others.",
            "multipleOf" =>
                $"The target MUST accept multiples of {Text(schema.MultipleOf)} as {subject} and refuse others.",
            "minLength" =>
                $"The target MUST accept {subject} from {Text(schema.MinLength)} characters and refuse shorter ones.",
            "maxLength" =>
                $"The target MUST accept {subject} up to {Text(schema.MaxLength)} characters and refuse longer ones.",
            "pattern" => $"The target MUST accept {subject} that matches {schema.Pattern} and refuse others.",
            "format" => $"The target MUST accept {subject} of format {schema.Format} and refuse others.",
            "enum" => $"The target MUST accept {Members(schema)} as {subject} and refuse others.",
            "const" => $"The target MUST accept only {schema.Const?.GetRawText()} as {subject}.",
            "minItems" => $"The target MUST accept {subject} from {Text(schema.MinItems)} elements and refuse fewer.",
            "maxItems" => $"The target MUST accept {subject} up to {Text(schema.MaxItems)} elements and refuse more.",
            "uniqueItems" => $"The target MUST refuse {subject} with equal elements.",
            "additionalProperties" => $"The target MUST treat undeclared properties of {subject} as declared.",
            "minProperties" =>
                $"The target MUST refuse {subject} with fewer than {Text(schema.MinProperties)} properties.",
            _ => $"The target MUST keep to {keyword} of {subject}.",
        };

    private static string Members(SchemaNode schema) =>
        string.Join(
            ", ",
            schema.Enum.Select(m => m.ValueKind is JsonValueKind.String ? m.GetString() : m.GetRawText())
        );

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
