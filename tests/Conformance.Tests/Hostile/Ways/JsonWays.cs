using static Conformance.Tests.Hostile.HostileWay;
using static Conformance.Verdicts.Results.Verdict;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>JSON that is deep, huge, doubtful, or none.</summary>
internal static class JsonWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        Json("100,000 arrays in each other", Failed, "nested deeper than 64 levels", Nested("[", "]")),
        Json("100,000 objects in each other", Failed, "nested deeper than 64 levels", Nested("{\"child\":", "}")),
        Json("100,000 arrays that are never closed", Failed, "nested deeper than 64 levels", new string('[', 100_000)),
        Json("a document in itself, 60 deep", Failed, "$.child.child", InItself(60)),
        Json("a number beyond all exponents", Passed, "", With("1", "1e999999999")),
        Json("a number next to nothing", Failed, "1e-999999999", With("1.25", "1e-999999999")),
        Json("a number of a million digits", Failed, "at most 1000 are read", With("1.25", new string('9', 1_000_000))),
        Json(
            "a fraction of a million digits",
            Failed,
            "at most 1000 are read",
            With("1.25", "0." + new string('3', 1_000_000))
        ),
        Json("NaN", Failed, "no readable JSON", With("1.25", "NaN")),
        Json("Infinity", Failed, "no readable JSON", With("1.25", "-Infinity")),
        Json("a number with a leading zero", Failed, "no readable JSON", With("1.25", "01.25")),
        Json("minus zero", Passed, "", With("1.25", "-0.0")),
        Json(
            "the same name twice",
            Failed,
            "the name 'count' occurs twice",
            With("\"count\":1", "\"count\":1,\"count\":1")
        ),
        Json("a string of five megabytes", Failed, "(5000000 characters)", With("Fine", new string('x', 5_000_000))),
        Json("100,000 names", Passed, "", With("{", "{" + Many(100_000, i => $"\"n{i}\":{i},"))),
        Json(
            "200,000 elements that must differ",
            Passed,
            "",
            With("{", "{\"tags\":[" + Many(200_000, i => $"\"{i}\",") + "\"x\"],")
        ),
        Json("20,000 violations", Failed, "$.tags[0]", With("{", "{\"tags\":[" + Many(20_000, _ => "1,") + "1],")),
        Json("two documents", Failed, "no readable JSON", Wire.Document + Wire.Document),
        Json("JSON that breaks off", Failed, "no readable JSON", Wire.Document[..40]),
        Json("comments", Failed, "no readable JSON", "/* x */" + Wire.Document),
        Json("single quotes", Failed, "no readable JSON", Wire.Document.Replace('"', '\'')),
        Json("a line feed inside a string", Failed, "no readable JSON", With("Fine", "Fi\nne")),
        Json("no body", Failed, "no body", ""),
        Json("null", Failed, "absent from null", "null"),
        Json(
            "names that programs know",
            Passed,
            "",
            With(
                "{",
                "{\"__proto__\":{\"polluted\":true},\"constructor\":{\"prototype\":1},\"$ref\":\"file:///etc/passwd\",\"$type\":\"System.IO.FileInfo\","
            )
        ),
        Json("a string that patterns choke on", Failed, "$.name", With("Fine", new string('a', 40_000) + "!")),
        Json("a date of nonsense", Failed, "$.created_at", With("2026-01-15T10:30:00Z", "9999-99-99T99:99:99Z")),
        Json(
            "a date beyond the calendar",
            Failed,
            "$.created_at",
            With("2026-01-15T10:30:00Z", "999999-12-31T23:59:59Z")
        ),
    ];

    private static string With(string old, string @new)
    {
        var at = Wire.Document.IndexOf(old, StringComparison.Ordinal);
        // "1" alone would be found in the identifier first.
        at = old == "1" ? Wire.Document.IndexOf("\"count\":1", StringComparison.Ordinal) + "\"count\":".Length : at;
        return Wire.Document[..at] + @new + Wire.Document[(at + old.Length)..];
    }

    private static string Nested(string open, string close) =>
        Many(100_000, _ => open) + "1" + Many(100_000, _ => close);

    private static string InItself(int depth) =>
        Many(depth, _ => Wire.Document[..^1] + ",\"child\":") + "{}" + new string('}', depth);

    private static string Many(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
