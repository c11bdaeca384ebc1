using System.Text.Json;

namespace Conformance.Tests.Specification.Schemas;

/// <summary>Random schemas and values over a small alphabet, so that they often have something to do with each other.</summary>
internal static class RandomJson
{
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly string[] Scalars =
    [
        "null",
        "true",
        "false",
        "0",
        "-0.0",
        "1",
        "1.0",
        "1.5",
        "2e0",
        "1e400",
        "9223372036854775808",
        "\"\"",
        "\"a\"",
        "\"ab\"",
        "\"😀\"",
        "\"1\"",
    ];

    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    public static string Value(Random random, int depth) =>
        random.Next(depth > 0 ? 4 : 2) switch
        {
            2 => $"[{string.Join(',', Several(random, () => Value(random, depth - 1)))}]",
            3 =>
                $"{{{string.Join(',', Names.Where(_ => random.Next(2) == 0).Select(n => $"\"{n}\":{Value(random, depth - 1)}"))}}}",
            _ => Pick(random, Scalars),
        };

    public static string Schema(Random random, int depth)
    {
        if (random.Next(12) == 0)
        {
            return random.Next(3) == 0 ? "false" : "true";
        }

        var keywords = Several(random, () => Keyword(random, depth)).DistinctBy(keyword => keyword.Split(':')[0]);
        return $"{{{string.Join(',', keywords)}}}";
    }

    private static string Keyword(Random random, int depth)
    {
        string Sub() => depth > 0 ? Schema(random, depth - 1) : "true";
        string Subs() => $"[{string.Join(',', Several(random, Sub).DefaultIfEmpty("true"))}]";
        string Map() =>
            $"{{{string.Join(',', Names.Where(_ => random.Next(2) == 0).Select(n => $"\"{n}\":{Sub()}"))}}}";
        string Count() => random.Next(4).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string NameList() => JsonSerializer.Serialize(Names.Where(_ => random.Next(2) == 0));
        return random.Next(33) switch
        {
            0 or 1 => $"\"type\":\"{Pick(random, Types)}\"",
            2 => $"\"enum\":[{string.Join(',', Several(random, () => Value(random, 1)))}]",
            3 => $"\"const\":{Value(random, 1)}",
            4 => $"\"minimum\":{Count()}",
            5 => $"\"exclusiveMaximum\":{Count()}",
            6 => "\"multipleOf\":0.5",
            7 => $"\"minLength\":{Count()}",
            8 => $"\"maxLength\":{Count()}",
            9 => $"\"pattern\":\"{Pick(random, ["^a", "b$", "^.$", "\\\\d"])}\"",
            10 => $"\"required\":{NameList()}",
            11 or 12 => $"\"properties\":{Map()}",
            13 => $"\"additionalProperties\":{Sub()}",
            14 => $"\"patternProperties\":{{\"^[ab]$\":{Sub()}}}",
            15 => $"\"propertyNames\":{Sub()}",
            16 => $"\"minProperties\":{Count()}",
            17 => $"\"maxItems\":{Count()}",
            18 => $"\"items\":{Sub()}",
            19 => $"\"prefixItems\":{Subs()}",
            20 => $"\"contains\":{Sub()},\"minContains\":{Count()}",
            21 => "\"uniqueItems\":true",
            22 => $"\"allOf\":{Subs()}",
            23 => $"\"anyOf\":{Subs()}",
            24 => $"\"oneOf\":{Subs()}",
            25 => $"\"not\":{Sub()}",
            26 => $"\"if\":{Sub()},\"then\":{Sub()},\"else\":{Sub()}",
            27 => $"\"dependentRequired\":{{\"a\":{NameList()}}}",
            28 => $"\"dependentSchemas\":{Map()}",
            29 => $"\"unevaluatedProperties\":{Sub()}",
            30 => $"\"unevaluatedItems\":{Sub()}",
            31 => "\"items\":false",
            _ => $"\"format\":\"{Pick(random, ["date-time", "uuid", "int32", "decimal", "ipv4"])}\"",
        };
    }

    private static List<string> Several(Random random, Func<string> make) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
