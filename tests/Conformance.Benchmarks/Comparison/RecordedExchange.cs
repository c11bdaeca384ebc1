using System.Text.Json.Nodes;

namespace Conformance.Benchmarks.Comparison;

/// <summary>One request of the comparison, and how the target answers it.</summary>
/// <param name="Operation">Which operation of the specification is asked.</param>
/// <param name="Path">Path of the request.</param>
/// <param name="Body">JSON.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Answer">JSON.</param>
internal sealed record RecordedExchange(string Operation, string Path, string Body, int Status, string Answer)
{
    /// <summary>Reads what a run recorded with <c>--report har</c>.</summary>
    /// <param name="file">The archive.</param>
    public static List<RecordedExchange> Read(string file)
    {
        var entries = JsonNode.Parse(File.ReadAllText(file))!["log"]!["entries"]!.AsArray();
        return [.. entries.Where(e => (string)e!["request"]!["method"]! == "POST").Select(e => Of(e!))];
    }

    private static RecordedExchange Of(JsonNode entry)
    {
        var path = new Uri((string)entry["request"]!["url"]!).AbsolutePath;
        return new(
            $"quote-{path.Split('/')[3].Replace("things", "thing", StringComparison.Ordinal)}",
            path,
            (string)entry["request"]!["postData"]!["text"]!,
            (int)entry["response"]!["status"]!,
            (string)entry["response"]!["content"]!["text"]!
        );
    }
}
