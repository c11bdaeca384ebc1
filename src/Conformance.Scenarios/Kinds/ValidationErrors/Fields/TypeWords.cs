using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>JSON types in words.</summary>
internal static class TypeWords
{
    /// <summary>For example <c>a string</c>, or <c>a string or null</c>.</summary>
    public static string Of(JsonTypes types) =>
        string.Join(
            " or ",
            Enum.GetValues<JsonTypes>().Where(t => t is not JsonTypes.Any && types.HasFlag(t)).Select(Word)
        );

    private static string Word(JsonTypes type) =>
        type switch
        {
            JsonTypes.Object => "an object",
            JsonTypes.Array => "an array",
            JsonTypes.String => "a string",
            JsonTypes.Number => "a number",
            JsonTypes.Integer => "an integer",
            JsonTypes.Boolean => "a boolean",
            _ => "null",
        };
}
