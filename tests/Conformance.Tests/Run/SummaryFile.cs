using System.Text.Json;

namespace Conformance.Tests.Run;

/// <summary>The cases and verdicts of a written summary report.</summary>
internal static class SummaryFile
{
    public static IReadOnlyDictionary<string, string> Verdicts(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        return document
            .RootElement.GetProperty("cases")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("verdict").GetString()!);
    }
}
