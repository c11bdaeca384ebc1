using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What a keyword says of a field that the target sends, in a sentence.</summary>
internal static class BodySentences
{
    /// <summary>The sentence.</summary>
    /// <param name="answer">The answer it is sent with, for example <c>the 201 of POST /notes</c>.</param>
    /// <param name="rule">The field and what is said of it.</param>
    public static string Of(string answer, FieldRule rule)
    {
        var field = rule.Path.Length == 0 ? $"the body of {answer}" : $"{rule.Path} in {answer}";
        var schema = rule.Schema;
        return rule.Keyword switch
        {
            "required" => $"The target MUST send {field}.",
            "type" => $"The target MUST send {field} as {TypesOf(schema.Types)}.",
            "format" => $"The target MUST send {field} in format {schema.Format}.",
            "pattern" => $"The target MUST send {field} to match {schema.Pattern}.",
            "enum" => $"The target MUST send one of {Members(schema)} as {field}.",
            "minimum" => $"The target MUST send {field} of {Text(schema.Minimum)} or more.",
            "maximum" => $"The target MUST send {field} of {Text(schema.Maximum)} or less.",
            "multipleOf" => $"The target MUST send {field} in multiples of {Text(schema.MultipleOf)}.",
            "minLength" => $"The target MUST send {field} of {Text(schema.MinLength)} characters or more.",
            "maxLength" => $"The target MUST send {field} of {Text(schema.MaxLength)} characters or fewer.",
            "minItems" => $"The target MUST send {field} of {Text(schema.MinItems)} elements or more.",
            "maxItems" => $"The target MUST send {field} of {Text(schema.MaxItems)} elements or fewer.",
            "additionalProperties" => $"The target MUST NOT send undeclared fields in {field}.",
            _ => $"The target MUST keep to {rule.Keyword} of {field}.",
        };
    }

    private static string TypesOf(JsonTypes types) =>
        string.Join(
            " or ",
            Enum.GetValues<JsonTypes>().Where(t => t is not JsonTypes.Any && (types & t) != 0).Select(Word)
        );

#pragma warning disable CA1308 // JSON spells its types in lower case.
    private static string Word(JsonTypes type) => type.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static string Members(SchemaNode schema) => string.Join(", ", schema.Enum.Select(m => m.GetRawText()));

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
