using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary><c>deprecated: true</c>, or with dates and what to use instead.</summary>
internal static class DeprecationReader
{
    private const string Key = "deprecated";

    public static Deprecation? Read(MappingReader reader)
    {
        if (reader.Value(Key) is not { } node)
        {
            return null;
        }

        if (node is not YamlMapping)
        {
            return reader.Boolean(Key) == true ? new Deprecation(null, null, null, node.Location) : null;
        }

        var terms = reader.Mapping(Key, "a deprecation")!;
        var deprecation = new Deprecation(
            Date(terms, "since"),
            Date(terms, "sunset"),
            terms.Text("replacement"),
            node.Location
        );
        terms.End();
        return deprecation;
    }

    private static Located<string>? Date(MappingReader terms, string key)
    {
        if (
            terms.Text(key) is not { } text
            || DateOnly.TryParseExact(
                text.Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            return terms.Text(key);
        }

        terms.Context.WrongType(terms.Value(key)!, $"'{key}'", "a date such as 2027-01-31");
        return null;
    }
}
